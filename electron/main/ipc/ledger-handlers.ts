import type { JournalFailure } from '#core/ipc/journal-channels';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import { StoreError } from '#core/ledger/store';
import { JournalError } from '../ledger/journal';
import type { LedgerCalls } from '../ledger/ledger-calls';
import { type LedgerDesk, LedgerError } from '../ledger/ledger-desk';
import { answered, failed, type Handlers } from './handlers';

type Settled<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

export interface LedgerHandlerParts {
  readonly desk: LedgerDesk;
  readonly calls: LedgerCalls;
  /** The folder that the command line asks to join. */
  readonly invitation: string | null;
}

export function ledgerHandlers({ desk, calls, invitation }: LedgerHandlerParts): Handlers<'ledger.'> {
  return {
    'ledger.open': () => settle(() => desk.open()),
    'ledger.create': ({ ledger, by, intents }) => settle(() => desk.create(ledger, by, intents)),
    'ledger.join': ({ place }) => settle(() => desk.join(place)),
    'ledger.sitDown': ({ ledger, by }) => settle(() => desk.sitDown(ledger, by)),
    'ledger.connect': ({ ledger, place }) => settle(() => desk.connect(ledger, place)),
    'ledger.disconnect': ({ ledger }) => settle(() => desk.disconnect(ledger)),
    'ledger.leave': ({ ledger }) => settle(() => desk.leave(ledger).then(() => null)),
    'ledger.inspect': ({ place, call }) => settle(() => calls.run(call, (signal) => desk.inspect(place, signal))),
    'ledger.invitation': () => answered(invitation),
    'ledger.check': ({ ledger, call }) => settle(() => calls.run(call, (signal) => desk.storeOf(ledger).check(signal))),
    'ledger.head': ({ ledger, call }) => settle(() => calls.run(call, (signal) => desk.storeOf(ledger).head(signal))),
    'ledger.read': ({ ledger, call, after, limit }) =>
      settle(() => calls.run(call, (signal) => desk.storeOf(ledger).read(after, limit, signal))),
    'ledger.append': ({ ledger, call, entries, expected }) =>
      settle(() => calls.run(call, (signal) => desk.storeOf(ledger).append(entries, expected, signal))),
    'ledger.abort': ({ call }) => {
      calls.abort(call);
      return answered(null);
    },
  };
}

export function journalHandlers(desk: LedgerDesk): Handlers<'journal.'> {
  return {
    'journal.summary': ({ ledger }) => settleJournal(() => Promise.resolve(desk.journalOf(ledger).summary())),
    'journal.commits': ({ ledger, after }) => settleJournal(() => desk.journalOf(ledger).commits(after)),
    'journal.note': ({ ledger, notes }) =>
      settleJournal(() =>
        desk
          .journalOf(ledger)
          .note(notes)
          .then(() => null),
      ),
    'journal.keepCommits': ({ ledger, entries }) =>
      settleJournal(() =>
        desk
          .journalOf(ledger)
          .keepCommits(entries)
          .then(() => null),
      ),
  };
}

async function settle<Value>(work: () => Promise<Value>): Promise<Settled<Value, LedgerFailure>> {
  try {
    return answered(await work());
  } catch (error) {
    if (error instanceof LedgerError || error instanceof StoreError || error instanceof JournalError)
      return failed(error.failure);
    throw error;
  }
}

async function settleJournal<Value>(work: () => Promise<Value>): Promise<Settled<Value, JournalFailure>> {
  try {
    return answered(await work());
  } catch (error) {
    if (error instanceof JournalError) return failed(error.failure);
    if (error instanceof LedgerError) return failed({ kind: 'unknown-ledger' });
    throw error;
  }
}
