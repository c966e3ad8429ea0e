import { describe, expect, it } from 'vitest';
import { playShare } from './random-acts';
import { settings } from './settings';
import { whatNeverHappened } from './what-happened';

describe('random acts by random people, first half', () => {
  it(
    'keep every invariant, leave nothing behind when refused, and replay to the same state',
    async () => {
      const tally = await playShare({ index: 0, of: 2 });
      expect(tally.of('runs')).toBe(Math.ceil(settings.runs / 2));
      expect(whatNeverHappened(tally)).toEqual([]);
    },
    settings.patience,
  );
});
