import { runWindowProgram } from './prepare/window-program.mjs';

/** Measures: everything, or the parts that are named (`replay`, `rules`, `window`). */
await runWindowProgram('bench');
