import type { Answer, CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import { failed, succeeded } from '#core/kernel/result';
import type { KeptOrder, Office } from '#core/ledger/kept-order';
import type { Abort, LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { ask, hear } from '../platform/bridge';

let calls = 0;

/** The store of a ledger, reached through main. An aborted call settles at once, whatever main is still waiting for. */
export function bridgeStore(ledger: string, place: { readonly kind: string; readonly label: string }): LedgerStore {
  const isKept = place.kind === 'kept';
  return {
    info: { ...place, watch: true, exclusive: !isKept },
    ...(isKept ? { order: bridgeOrder(ledger) } : {}),
    check: (signal) => run(signal, (call) => ask('ledger.check', { ledger, call })),
    head: (signal) => run(signal, (call) => ask('ledger.head', { ledger, call })),
    read: (after, limit, signal) => run(signal, (call) => ask('ledger.read', { ledger, call, after, limit })),
    append: (entries, expected, signal) =>
      run(signal, (call) =>
        ask('ledger.append', { ledger, call, entries: entries as Uint8Array<ArrayBuffer>[], expected }),
      ),
    putBlob: () => Promise.resolve(failed(notOffered)),
    getBlob: () => Promise.resolve(failed(notOffered)),
    watch: (onHint) =>
      hear('ledger.hint', (hint) => {
        if (hint.ledger === ledger) onHint();
      }),
    close: () => Promise.resolve(),
  };
}

/** Handing acts over to the computer that puts them in order. */
function bridgeOrder(ledger: string): KeptOrder {
  const office = (answer: StoreResult<Office | null>): StoreResult<Office> => {
    if (!answer.ok) return answer;
    return answer.value === null ? failed(noOffice) : succeeded(answer.value);
  };
  return {
    submit: async (entries, signal) => {
      const handed = await run(signal, (call) =>
        ask('ledger.submit', { ledger, call, entries: entries as Uint8Array<ArrayBuffer>[] }),
      );
      return handed.ok ? succeeded(new Map(handed.value)) : handed;
    },
    office: async (signal) => office(await run(signal, (call) => ask('ledger.office', { ledger, call }))),
    change: async (change, signal) =>
      office(await run(signal, (call) => ask('ledger.changeOffice', { ledger, call, change }))),
  };
}

const noOffice: StoreFailure = { kind: 'defect', detail: 'This place decides by itself who comes first.' };

/** Blobs are main's business: the window has its journal. */
const notOffered: StoreFailure = { kind: 'defect', detail: 'The window does not reach blobs.' };
const aborted: StoreFailure = { kind: 'aborted' };
const silent: StoreFailure = { kind: 'offline', detail: 'The place has not answered for half a minute.' };
const patienceMs = 30_000;

async function run<Value>(
  signal: Abort,
  start: (call: string) => Promise<Answer<Value, LedgerFailure | CallFailure>>,
): Promise<StoreResult<Value>> {
  if (signal.aborted) return failed(aborted);
  calls += 1;
  const call = `w${calls}`;
  const answer = await new Promise<Answer<Value, LedgerFailure | CallFailure>>((resolve) => {
    const onAbort = () => {
      void ask('ledger.abort', { call });
      resolve(failed(aborted));
    };
    // A share that hangs answers nothing: after a while it counts as not there, and whatever main still waits for is given up.
    const tooLate = setTimeout(() => {
      void ask('ledger.abort', { call });
      resolve(failed(silent));
    }, patienceMs);
    signal.addEventListener('abort', onAbort);
    start(call)
      .then(resolve, (error: unknown) => resolve(failed(defectOf(error))))
      .finally(() => {
        clearTimeout(tooLate);
        signal.removeEventListener('abort', onAbort);
      });
  });
  return answer.ok ? answer : failed(storeFailureOf(answer.failure));
}

function defectOf(error: unknown): StoreFailure {
  return { kind: 'defect', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

function storeFailureOf(failure: LedgerFailure | CallFailure): StoreFailure {
  switch (failure.kind) {
    case 'not-allowed':
    case 'bad-request':
    case 'defect':
    case 'not-chosen':
    case 'nothing-there':
    case 'already-there':
    case 'not-connected':
    case 'unknown-ledger':
      return { kind: 'defect', detail: 'detail' in failure ? failure.detail : failure.kind };
    case 'unwritable':
      return { kind: 'read-only', detail: failure.detail };
    default:
      return failure;
  }
}
