import type { Answer, CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import { StoreError, type Abort, type LedgerStore, type StoreFailure } from '#core/ledger/store';
import { ask, hear } from '../platform/bridge';

let calls = 0;

/** The store of a ledger, reached through main. An aborted call settles at once, whatever main is still waiting for. */
export function bridgeStore(ledger: string, place: { readonly kind: string; readonly label: string }): LedgerStore {
  return {
    info: { ...place, watch: true, exclusive: false },
    check: (signal) => run(signal, (call) => ask('ledger.check', { ledger, call })),
    head: (signal) => run(signal, (call) => ask('ledger.head', { ledger, call })),
    read: (after, limit, signal) => run(signal, (call) => ask('ledger.read', { ledger, call, after, limit })),
    append: (entries, expected, signal) =>
      run(signal, (call) =>
        ask('ledger.append', { ledger, call, entries: entries as Uint8Array<ArrayBuffer>[], expected }),
      ),
    putBlob: () => Promise.reject(notOffered()),
    getBlob: () => Promise.reject(notOffered()),
    watch: (onHint) =>
      hear('ledger.hint', (hint) => {
        if (hint.ledger === ledger) onHint();
      }),
    close: () => Promise.resolve(),
  };
}

/** Blobs are main's business: the window has its journal. */
function notOffered(): StoreError {
  return new StoreError({ kind: 'defect', detail: 'The window does not reach blobs.' });
}

async function run<Value>(
  signal: Abort,
  start: (call: string) => Promise<Answer<Value, LedgerFailure | CallFailure>>,
): Promise<Value> {
  if (signal.aborted) throw new StoreError({ kind: 'aborted' });
  calls += 1;
  const call = `w${calls}`;
  const answer = await new Promise<Answer<Value, LedgerFailure | CallFailure>>((resolve, reject) => {
    const onAbort = () => {
      void ask('ledger.abort', { call });
      reject(new StoreError({ kind: 'aborted' }));
    };
    signal.addEventListener('abort', onAbort);
    start(call)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
  if (!answer.ok) throw new StoreError(storeFailureOf(answer.failure));
  return answer.value;
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
