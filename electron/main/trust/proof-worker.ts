import { parentPort } from 'node:worker_threads';
import { keyIdOf } from '#core/kernel/keys';
import { entriesOf, type PageMessage, type ProvedMessage } from './proof-messages';
import { provePage, type ProvedPage } from './prove-page';

/** The thread that proves: it checks signatures one after the other, while others open and replay entries. */
const told = new Map<number, Map<string, string>>();

parentPort?.on('message', (message: PageMessage) => {
  const answer: ProvedMessage = { call: message.call, proved: prove(message) };
  parentPort?.postMessage(answer);
});

function prove(message: PageMessage): ProvedPage | null {
  const before = told.get(message.source) ?? new Map<string, string>();
  const { ledger, appends, share } = message;
  try {
    const entries = entriesOf(message);
    const work = provePage({
      ...{ ledger, appends, entries, ...(share === undefined ? {} : { share }) },
      keys: new Map([...message.keys, ...before]),
    });
    let next = work.next();
    while (next.done !== true) next = work.next();
    for (const key of next.value.told) before.set(keyIdOf(key), key);
    told.set(message.source, before);
    return next.value;
  } catch {
    // Whoever asked meets the same failure.
    return null;
  }
}
