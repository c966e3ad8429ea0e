import type { Page } from 'playwright-core';
// Declares window.trellisStart.
import type {} from '../../../renderer/src/state/window-start';

/** Milliseconds from one change of one text in the page to the end of the frame that shows it: less than that nothing takes. */
export function onePaint(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const line = document.createElement('span');
    document.querySelector('footer')?.append(line);
    const taken: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const start = performance.now();
      line.textContent = String(turn);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      taken.push(performance.now() - start);
    }
    line.remove();
    return taken;
  }, times);
}

/** Milliseconds from an act to the moment at which it survives anything. */
export function actsToDisk(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const taken: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const start = performance.now();
      const set = { name: `Kept ${String(turn)}` };
      const outcome = await session.act({ do: 'group.update', args: { groupId: 'c0', set } });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      taken.push(performance.now() - start);
    }
    return taken;
  }, times);
}

/** Milliseconds from acts on licenses to the end of the frame that shows them. */
export function allocations(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const taken: number[] = [];
    let quantity = 400;
    for (let turn = 0; turn < count; turn += 1) {
      const start = performance.now();
      const drawn = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(resolve));
        });
        observer.observe(document.querySelector('main') ?? document.body, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
        });
      });
      const outcome = await session.act({
        do: 'allocation.set',
        args: { id: 'a0', groupId: 'c0', typeId: 'link.plus', quantity: quantity + 1, was: { quantity } },
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      quantity += 1;
      await drawn;
      taken.push(performance.now() - start);
    }
    return taken;
  }, times);
}
