import { runWindowProgram } from './prepare/window-program.mjs';

/** Makes the pictures of the documentation anew, from the sample account. */
await runWindowProgram('pictures');
