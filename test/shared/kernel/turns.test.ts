import { describe, expect, it } from 'vitest';
import { Turns } from '#core/kernel/turns';

describe('turns', () => {
  it('never starts a task before the one in front of it has ended', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const task = (name: string, rests: number) => async () => {
      seen.push(`${name} starts`);
      for (let turn = 0; turn < rests; turn += 1) await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([turns.take(task('slow', 20)), turns.take(task('quick', 1)), turns.take(task('last', 3))]);
    expect(seen).toEqual(['slow starts', 'slow ends', 'quick starts', 'quick ends', 'last starts', 'last ends']);
  });

  it('goes on after a task that fails, and tells only its caller', async () => {
    const turns = new Turns();
    const failing = turns.take(() => Promise.reject(new Error('no')));
    const following = turns.take(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(following).resolves.toBe('done');
  });

  it('is idle once everything asked for is done', async () => {
    const turns = new Turns();
    let done = false;
    void turns.take(async () => {
      await Promise.resolve();
      done = true;
    });
    await turns.idle();
    expect(done).toBe(true);
  });
});
