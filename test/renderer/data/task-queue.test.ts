import { describe, expect, it } from 'vitest';
import { TaskQueue } from '../../../renderer/src/data/task-queue';

describe('the queue of acts', () => {
  it('never starts a task before the one in front of it has ended', async () => {
    const queue = new TaskQueue();
    const seen: string[] = [];
    const task = (name: string, turns: number) => async () => {
      seen.push(`${name} starts`);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([queue.run(task('slow', 20)), queue.run(task('quick', 1)), queue.run(task('last', 3))]);
    expect(seen).toEqual(['slow starts', 'slow ends', 'quick starts', 'quick ends', 'last starts', 'last ends']);
  });

  it('goes on after a task that fails, and tells only its caller', async () => {
    const queue = new TaskQueue();
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const following = queue.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(following).resolves.toBe('done');
  });

  it('is idle once everything asked for is done', async () => {
    const queue = new TaskQueue();
    let done = false;
    void queue.run(async () => {
      await Promise.resolve();
      done = true;
    });
    await queue.idle();
    expect(done).toBe(true);
  });
});
