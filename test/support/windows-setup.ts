import { afterAll } from 'vitest';
import { endEveryWindow } from './trellis-window';

// Whatever became of a test: no window of it is there for the next one.
afterAll(endEveryWindow);
