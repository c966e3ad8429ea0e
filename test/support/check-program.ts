import { checkCheckpoints } from '../../electron/main/ledger/check-checkpoints';
import { LedgerChecker } from '../../electron/main/ledger/ledger-check';
import type { CheckMessage, CheckReply } from '../../electron/main/ledger/ledger-check-service';
import { LookAhead } from '../../electron/main/reminders/look-ahead';
import { orderActs } from '#core/ledger/kept/order-acts';
import { Replica } from '#core/ledger/replica';

/** The checking process as a child of plain Node, where there is no utility process. */
const lookAhead = new LookAhead();
const checker = new LedgerChecker(
  (ledger) => Replica.empty(ledger),
  (replica, request) => lookAhead.coming(replica, request),
  (replica, open) => orderActs(replica.fork(), open),
  checkCheckpoints,
);

process.on('message', ({ call, request }: CheckMessage) => {
  const reply: CheckReply = { call, answer: checker.answer(request) };
  process.send?.(reply);
});
