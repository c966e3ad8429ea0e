import { runWindowProgram } from './prepare/window-program.mjs';

await runWindowProgram('demo');
