import { runCommand } from './prepare/say.mjs';
import { ensureMounts } from './prepare/mount-packages.mjs';
import { ensureServerPackages } from './prepare/server-packages.mjs';
import { runWindowProgram } from './prepare/window-program.mjs';

/** Measures: everything, or the parts that are named (`replay`, `rules`, `checkpoint`, `exchange`, `stores`, `window`, of it `opening` alone, `share`); `stores:WORD` some of the stores; `window:alone` the window without the databases beside it. */
const parts = process.argv.slice(2);
if (parts.length === 0 || parts.some((part) => part.startsWith('stores')))
  await runCommand(() => ensureServerPackages().then(() => 0));
if (parts.length === 0 || parts.includes('share')) await runCommand(() => ensureMounts().then(() => 0));
await runWindowProgram('bench');
