import type { Page } from 'playwright-core';
import type { LocalAccountSession } from '../../renderer/src/data/account-session';
// Declares window.trellisStart, through which the entries leave and enter the window.
import type {} from '../../renderer/src/state/window-start';
import { textToBytes } from '#core/kernel/hash';
import { Replica } from '#core/ledger/replica';

/** What is done at two computers while neither hears of the other. */
export interface CompetingActs {
  /** At the other computer, whose acts come first in the ledger. */
  readonly theirs: { readonly by: string; readonly do: string; readonly args: unknown };
  /** In this window. */
  readonly mine: { readonly do: string; readonly args: unknown };
}

/** The one commit that another computer adds to the entries of this window. */
function competingEntry(
  ledger: string,
  entries: readonly Uint8Array[],
  { by, ...call }: CompetingActs['theirs'],
  day: string,
): Uint8Array {
  const other = Replica.empty(ledger);
  const received = other.receive(entries);
  if (!received.ok) throw new Error(received.failure.kind);
  const prepared = other.prepareAct(call, {
    commit: 'other-computer-1',
    by,
    day,
    at: `${day}T09:30:00.000Z`,
    device: 'other-computer',
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
  other.accept(prepared.step);
  const [entry] = other.outgoing(1).entries;
  if (entry === undefined) throw new Error('the act of the other computer is missing');
  return entry;
}

/** Lets another computer be first, so that what was done in this window may no longer hold when both meet. */
export async function compete(page: Page, { theirs, mine }: CompetingActs): Promise<void> {
  const sent = await page.evaluate(async (call) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const session = state.account.session as LocalAccountSession;
    const { entries } = session.outgoing(10_000);
    const done = await session.act(call as Parameters<LocalAccountSession['act']>[0]);
    if (!done.ok) throw new Error(JSON.stringify(done));
    return {
      ledger: session.ledger,
      day: session.today(),
      entries: entries.map((entry) => new TextDecoder().decode(entry)),
    };
  }, mine);
  const entry = competingEntry(sent.ledger, sent.entries.map(textToBytes), theirs, sent.day);
  await page.evaluate(
    async (received) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const outcome = await (state.account.session as LocalAccountSession).receive(
        received.map((line) => new TextEncoder().encode(line)),
      );
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    },
    [...sent.entries, new TextDecoder().decode(entry)],
  );
}
