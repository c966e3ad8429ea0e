import 'fake-indexeddb/auto';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import type { ActCall } from '../../../renderer/src/data/session';
import { CommandProvider } from '../../../renderer/src/parts/commands';
import { AccountProvider, type OpenAccount } from '../../../renderer/src/state/session-context';
import { createViewStore } from '../../../renderer/src/state/view-store';
import { noSynchroniser } from '../../../renderer/src/sync/ledger-synchroniser';
import type { Synchroniser } from '../../../renderer/src/sync/synchroniser';
import type { OfficeDesk } from '../../../renderer/src/sync/office-desk';
import { TextProvider } from '../../../renderer/src/text/text';
import { ToastProvider } from '../../../renderer/src/ui/Toast';
import { Computer, today } from '../../renderer/data/session-world';
import { giveElementsSize } from './layout';

export interface WindowWorld {
  readonly session: LocalAccountSession;
  readonly account: OpenAccount;
  readonly user: UserEvent;
  readonly show: (content: ReactNode) => RenderResult;
}

/** An account with the real rules, in which some acts have been done, and a window to show parts of. */
export async function aWindowOn(acts: readonly ActCall[] = []): Promise<WindowWorld> {
  const { session } = await new Computer().open();
  for (const act of acts) {
    const outcome = await session.act(act);
    if (!outcome.ok) throw new Error(`${act.do}: ${JSON.stringify(outcome)}`);
  }
  return windowOn(session);
}

const upToDate = { kind: 'upToDate' } as const;
const sharedSynchroniser = { ...noSynchroniser, state: () => upToDate };

/** A window on an account that is open already. */
export function windowOn(
  session: LocalAccountSession,
  office?: OfficeDesk,
  synchroniser: Partial<Synchroniser> = {},
  more: Partial<OpenAccount> = {},
): WindowWorld {
  giveElementsSize();
  localStorage.clear();
  const account: OpenAccount = {
    session,
    synchroniser: { ...(office === undefined ? noSynchroniser : sharedSynchroniser), ...synchroniser },
    view: createViewStore(today),
    office,
    ...more,
  };
  return {
    session,
    account,
    user: userEvent.setup(),
    show: (content) =>
      render(
        <TextProvider>
          <ToastProvider>
            <AccountProvider account={account}>
              <CommandProvider>{content}</CommandProvider>
            </AccountProvider>
          </ToastProvider>
        </TextProvider>,
      ),
  };
}

/** A complex with two houses and some apartments, licenses and a person: enough for most tests. */
export const sunrise: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 20, source: 'purchase' } },
  { do: 'group.create', args: { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise', code: 'SUN' } },
  {
    do: 'restriction.set',
    args: { groupId: 'sunrise', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 12 }] },
  },
  { do: 'group.create', args: { id: 'h1', parentId: 'sunrise', kind: 'building', name: 'House 1' } },
  { do: 'group.create', args: { id: 'h2', parentId: 'sunrise', kind: 'building', name: 'House 2' } },
  { do: 'group.create', args: { id: 'a1', parentId: 'h1', kind: 'apartment', name: 'Apartment 1' } },
  { do: 'group.create', args: { id: 'a2', parentId: 'h1', kind: 'apartment', name: 'Apartment 2' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'a1', name: 'Ada Albrecht' } },
];
