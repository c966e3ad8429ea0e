import { Replica } from '../../shared/ledger/replica';
import { LedgerChecker } from './ledger-check';
import type { CheckMessage } from './ledger-check-service';

/** The process that replays every entry before it is let in or out. Runs as a utility process, or as a child of plain Node. */
const checker = new LedgerChecker((ledger) => Replica.empty(ledger));

function answer(message: CheckMessage, send: (answer: unknown) => void): void {
  send({ call: message.call, answer: checker.answer(message.request) });
}

/** Electron gives a utility process its port here; a child of plain Node has none. */
const { parentPort } = process as { readonly parentPort?: NodeJS.Process['parentPort'] };
if (parentPort === undefined) process.on('message', (message: CheckMessage) => answer(message, (reply) => process.send?.(reply)));
else parentPort.on('message', ({ data }: { readonly data: CheckMessage }) => answer(data, (reply) => parentPort.postMessage(reply)));
