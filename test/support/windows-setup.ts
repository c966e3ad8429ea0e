import { afterAll } from 'vitest';
import { endEveryWindow } from './trellis-window';

const displays = JSON.parse(process.env['TRELLIS_DISPLAYS'] ?? '[]') as readonly string[];
const own = displays[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % displays.length];
if (own !== undefined) process.env['DISPLAY'] = own;

// Whatever became of a test: no window of it is there for the next one.
afterAll(endEveryWindow);
