import type { Page } from 'playwright-core';
// Declares window.trellisStart, through which acts of the open account are done at once.
import type {} from '../../renderer/src/state/window-start';

const buildings = 50;
const floors = 20;
const apartments = 49;
/** Groups of a whole town. */
export const groupsOfTown = buildings * (1 + floors * (1 + apartments));

/** Asks for a whole town at once; what became of it can be asked for with `townOutcome`. */
export async function askForTown(page: Page): Promise<void> {
  await page.evaluate(
    ([ofBuildings, ofFloors, ofApartments]) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const plan = {
        kind: 'building',
        count: ofBuildings,
        name: 'Building {n}',
        children: {
          kind: 'floor',
          count: ofFloors,
          name: 'Floor {n}',
          children: { kind: 'apartment', count: ofApartments, name: '{n}', numbering: 'floorPrefix' },
        },
      } as const;
      const { session } = state.account;
      Object.assign(window, {
        longWorkOutcome: session.act({ do: 'group.generate', args: { parentId: session.model.root.id, plan } }),
      });
    },
    [buildings, floors, apartments] as const,
  );
}

/** Waits for what became of the town that was asked for. */
export function townOutcome(page: Page): Promise<{ readonly ok: boolean; readonly kind?: string }> {
  return page.evaluate(
    () => (window as unknown as { longWorkOutcome: Promise<{ ok: boolean; kind?: string }> }).longWorkOutcome,
  );
}
