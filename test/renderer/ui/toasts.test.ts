import { describe, expect, it } from 'vitest';
import { createToastList, type ToastList } from '../../../renderer/src/ui/toasts';

/** A list whose time passes when the test says so. */
function aList(): {
  readonly list: ToastList;
  readonly passTime: () => void;
  readonly titles: () => readonly string[];
} {
  const waiting: (() => void)[] = [];
  const list = createToastList((run) => void waiting.push(run));
  return {
    list,
    passTime: () => {
      for (const run of waiting.splice(0)) run();
    },
    titles: () => list.current().map((message) => message.title),
  };
}

describe('messages that come and go', () => {
  it('say only the newest thing that was done, beside what must still be read', () => {
    const { list, titles } = aList();
    list.show({ tone: 'success', title: 'Bought 40' });
    list.show({ tone: 'refusal', title: 'That cannot be' });
    list.show({ tone: 'success', title: 'Generated 86 groups' });
    expect(titles()).toEqual(['That cannot be', 'Generated 86 groups']);
  });

  it('do not say the same twice at once', () => {
    const { list, titles } = aList();
    list.show({ tone: 'warning', title: 'Short later' });
    list.show({ tone: 'warning', title: 'Short later' });
    expect(titles()).toEqual(['Short later']);
  });

  it('go by themselves, but not while the person is at them', () => {
    const { list, passTime, titles } = aList();
    list.show({ tone: 'success', title: 'Bought 40' });
    list.hold(true);
    passTime();
    expect(titles()).toEqual(['Bought 40']);
    list.hold(false);
    expect(titles()).toEqual([]);
  });
});
