import { describe, expect, it } from 'vitest';
import { playShare } from './random-acts';

describe('random acts by random people', () => {
  it('keep every invariant, leave nothing behind when refused, and replay to the same state (first half)', async () => {
    const tally = await playShare({ index: 0, of: 2 });
    process.stdout.write(tally.report() + '\n');
    expect(tally.of('runs')).toBeGreaterThan(0);
  }, 1_000_000);
});
