import { Replica } from '#core/ledger/replica';
import { act, ledgerOf } from '../accounts';
import { printFigure, secondsOf } from '../figures';

const own = 1_000;
const foreign = 10_000;
/** As many as the window takes in at once. */
const page = 200;

/** Acts that were done offline, replayed on top of what others did meanwhile, page by page as it is fetched. */
export function benchRebase(): void {
  const entries = ledgerOf(foreign + 4);
  const replica = Replica.empty('bench');
  const [common, others] = [entries.slice(0, 4), entries.slice(4)];
  const known = replica.receive(common);
  if (!known.ok) throw new Error(JSON.stringify(known.failure));
  for (let count = 0; count < own; count += 1)
    act(
      replica,
      'group.create',
      { id: `own-${String(count)}`, parentId: 'root', kind: 'office', name: `Own ${String(count)}` },
      `own-act-${String(count)}`,
    );
  let longest = 0;
  const rebased = secondsOf(() => {
    for (let at = 0; at < others.length; at += page) {
      const begun = performance.now();
      const received = replica.receive(others.slice(at, at + page));
      if (!received.ok) throw new Error(JSON.stringify(received.failure));
      longest = Math.max(longest, performance.now() - begun);
    }
  });
  if (replica.pending.length !== own) throw new Error(`${String(own - replica.pending.length)} acts were lost`);
  const again = Replica.empty('bench');
  const alone = secondsOf(() => again.receive(entries));
  printFigure({
    what: `${own.toLocaleString('en')} own acts rebased on ${foreign.toLocaleString('en')} of others, ${String(page)} at a time`,
    value: rebased.seconds,
    unit: 's',
    peer: { name: 'replaying those of the others alone', ratio: rebased.seconds / alone.seconds },
  });
  printFigure({ what: '  the longest page', value: longest, unit: 'ms' });
}
