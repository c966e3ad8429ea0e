import { orderActs } from '#core/ledger/kept/order-acts';
import { Replica } from '#core/ledger/replica';
import { checkCheckpoints } from '../../electron/main/ledger/check-checkpoints';
import { LedgerChecker } from '../../electron/main/ledger/ledger-check';
import type { CheckPort, CheckPortEvents } from '../../electron/main/ledger/ledger-check-service';
import { LookAhead } from '../../electron/main/reminders/look-ahead';
import { checkSignatures } from '../../electron/main/trust/check-signatures';

/** A checking process within this one, with the real rules and signatures: what main's own has. */
export function checkHere(events: CheckPortEvents): CheckPort {
  const lookAhead = new LookAhead();
  const checker = new LedgerChecker(
    (ledger) => Replica.empty(ledger),
    (replica, request) => lookAhead.coming(replica, request),
    (replica, open) => orderActs(replica.fork(), open),
    checkCheckpoints,
    checkSignatures(),
  );
  return {
    post: ({ call, request }) => void checker.answer(request).then((answer) => events.onReply({ call, answer })),
    kill: () => undefined,
  };
}
