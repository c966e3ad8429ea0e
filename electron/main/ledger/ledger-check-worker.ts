import path from 'node:path';
import { hashNatively } from '../files/sha256';
import { orderActs } from '#core/ledger/kept/order-acts';
import { Replica } from '#core/ledger/replica';
import { checkSignatures } from '../trust/check-signatures';
import { ProofThreads } from '../trust/proof-threads';
import { checkCheckpoints } from './check-checkpoints';
import { LedgerChecker } from './ledger-check';
import type { CheckMessage, CheckReply } from './ledger-check-service';
import { LookAhead } from '../reminders/look-ahead';

hashNatively();

/** The utility process that replays every entry before it is let in or out. */
const lookAhead = new LookAhead();
const checker = new LedgerChecker(
  (ledger) => Replica.empty(ledger),
  (replica, request) => lookAhead.coming(replica, request),
  (replica, open) => orderActs(replica.fork(), open),
  checkCheckpoints,
  checkSignatures(new ProofThreads(path.join(__dirname, 'proof-worker.js'))),
);
const port = process.parentPort;

port.on('message', ({ data }: { readonly data: CheckMessage }) => {
  void checker.answer(data.request).then((answer) => {
    const reply: CheckReply = { call: data.call, answer };
    port.postMessage(reply);
  });
});
