import type { JournalFailure } from '#core/ipc/journal-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Office } from '#core/ledger/kept-order';
import type { LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import type { Journal } from '../ledger/journal';
import type { LedgerCalls } from '../ledger/ledger-calls';
import type { LedgerDesk, LedgerResult } from '../ledger/ledger-desk';
import type { Handlers } from './handlers';

export interface LedgerHandlerParts {
  readonly desk: LedgerDesk;
  readonly calls: LedgerCalls;
  /** The folder that the command line asks to join. */
  readonly invitation: string | null;
}

const decidesItself: StoreFailure = { kind: 'defect', detail: 'This place decides by itself who comes first.' };

const maybeMoved: ReadonlySet<StoreFailure['kind']> = new Set(['corrupt', 'defect', 'outdated']);

export function ledgerHandlers({ desk, calls, invitation }: LedgerHandlerParts): Handlers<'ledger.'> {
  const onStore = <Value>(
    { ledger, call }: { readonly ledger: string; readonly call: string },
    work: (store: LedgerStore, signal: AbortSignal) => Promise<StoreResult<Value>>,
  ): Promise<LedgerResult<Value>> | LedgerResult<Value> => {
    const store = desk.storeOf(ledger);
    if (!store.ok) return store;
    return calls.run(call, async (signal) => {
      const result = await work(store.value, signal);
      // The folder may have become one of the other way, which its store then takes for wrong.
      if (!result.ok && maybeMoved.has(result.failure.kind)) void desk.lookAgain(ledger);
      return result.ok ? result : failed(await desk.named(ledger, result.failure, signal));
    });
  };
  return {
    'ledger.open': () => desk.open(),
    'ledger.accounts': async () => succeeded(await desk.accounts()),
    'ledger.shown': ({ ledger }) => desk.shown(ledger),
    'ledger.openKept': ({ ledger }) => desk.openKept(ledger),
    'ledger.create': ({ ledger, by, intents }) => desk.create(ledger, by, intents),
    'ledger.join': ({ place }) => desk.join(place),
    'ledger.begin': ({ ledger, call }) => calls.run(call, (signal) => desk.begin(ledger, signal)),
    'ledger.giveUp': ({ ledger }) => desk.giveUp(ledger),
    'ledger.choosePerson': ({ ledger, by }) => desk.choosePerson(ledger, by),
    'ledger.connect': ({ ledger, place, way }) => desk.connect(ledger, place, way),
    'ledger.turn': ({ ledger, call, way }) => calls.run(call, (signal) => desk.turn(ledger, way, signal)),
    'ledger.guess': ({ place }) => desk.guess(place),
    'ledger.disconnect': ({ ledger }) => desk.disconnect(ledger),
    'ledger.leave': ({ ledger }) => desk.leave(ledger),
    'ledger.inspect': ({ place, call }) => calls.run(call, (signal) => desk.inspect(place, signal)),
    'ledger.invitation': () => succeeded(invitation),
    'ledger.presence': ({ ledger, call, groupId }) =>
      calls.run(call, (signal) => desk.presence(ledger, groupId, signal)),
    'ledger.place': ({ ledger }) => desk.placeOf(ledger),
    'ledger.mend': ({ ledger, call }) => calls.run(call, (signal) => desk.mend(ledger, signal)),
    'ledger.check': (request) => onStore(request, (store, signal) => store.check(signal)),
    'ledger.head': (request) => onStore(request, (store, signal) => store.head(signal)),
    'ledger.read': (request) => onStore(request, (store, signal) => store.read(request.after, request.limit, signal)),
    'ledger.append': (request) =>
      onStore(request, (store, signal) => store.append(request.entries, request.expected, signal)),
    'ledger.submit': (request) =>
      onStore(request, async ({ order }, signal) => {
        if (order === undefined) return failed(decidesItself);
        const handed = await order.submit(request.entries, signal);
        return handed.ok ? succeeded([...handed.value]) : handed;
      }),
    'ledger.office': (request) =>
      onStore<Office | null>(request, ({ order }, signal) =>
        order === undefined ? Promise.resolve(succeeded(null)) : order.office(signal),
      ),
    'ledger.changeOffice': (request) =>
      onStore<Office | null>(request, ({ order }, signal) =>
        order === undefined ? Promise.resolve(failed(decidesItself)) : order.change(request.change, signal),
      ),
    'ledger.abort': ({ call }) => {
      calls.abort(call);
      return succeeded(null);
    },
  };
}

export function journalHandlers(desk: LedgerDesk): Handlers<'journal.'> {
  const onJournal = <Value>(
    ledger: string,
    work: (journal: Journal) => Promise<Result<Value, JournalFailure>>,
  ): Promise<Result<Value, JournalFailure>> | Result<Value, JournalFailure> => {
    const journal = desk.journalOf(ledger);
    return journal.ok ? work(journal.value) : journal;
  };
  return {
    'journal.summary': ({ ledger }) => onJournal(ledger, (journal) => Promise.resolve(succeeded(journal.summary()))),
    'journal.commits': ({ ledger, after }) => onJournal(ledger, (journal) => journal.commits(after)),
    'journal.beginning': ({ ledger }) =>
      onJournal(ledger, async (journal) => succeeded((await journal.checkpoint())?.bytes ?? null)),
    'journal.bad': ({ ledger }) => {
      const opened = desk.trusted(ledger);
      return opened.ok ? opened.value.check.bad() : opened;
    },
    'journal.note': ({ ledger, notes }) => onJournal(ledger, (journal) => journal.note(notes)),
    'journal.keepCommits': ({ ledger, entries }) => onJournal(ledger, (journal) => journal.keepCommits(entries)),
  };
}
