import { describe, expect, it } from 'vitest';
import { Listeners } from '#core/kernel/listeners';

describe('listeners', () => {
  it('are told what happened in the order in which they were added, until they are taken away', () => {
    const listeners = new Listeners<[what: string]>();
    const heard: string[] = [];
    const removeFirst = listeners.add((what) => heard.push(`first ${what}`));
    listeners.add((what) => heard.push(`second ${what}`));
    listeners.tell('a');
    removeFirst();
    removeFirst();
    listeners.tell('b');
    expect(heard).toEqual(['first a', 'second a', 'second b']);
    expect(listeners.size).toBe(1);
  });

  it('may be taken away while they are being told', () => {
    const listeners = new Listeners();
    const heard: string[] = [];
    const remove = listeners.add(() => {
      remove();
      heard.push('once');
    });
    listeners.add(() => heard.push('always'));
    listeners.tell();
    listeners.tell();
    expect(heard).toEqual(['once', 'always', 'always']);
  });
});
