import { checkCheckpoints } from '../../electron/main/ledger/check-checkpoints';
import { LedgerChecker } from '../../electron/main/ledger/ledger-check';
import type { CheckMessage, CheckReply } from '../../electron/main/ledger/ledger-check-service';
import { checkSignatures } from '../../electron/main/trust/check-signatures';
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
  checkSignatures(),
);

process.on('message', ({ call, request }: CheckMessage) => {
  void checker.answer(request).then((answer) => {
    const reply: CheckReply = { call, answer };
    process.send?.(reply);
  });
});
