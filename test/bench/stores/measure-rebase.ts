import { Replica } from '#core/ledger/replica';
import { act, ledgerOf } from '../accounts';
import { printFigure, secondsOf } from '../figures';
import { spreadOf } from '../window/in-page';

const own = 1_000;
const foreign = 10_000;
/** As many as the window takes in at once where so many acts wait. */
const page = 1_000;
/** Milliseconds after which the window rests. */
const sliceMs = 16;

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
  const holds: number[] = [];
  const computing = process.cpuUsage();
  const rebased = secondsOf(() => {
    for (let at = 0; at < others.length; at += page)
      holds.push(...receiveResting(replica, others.slice(at, at + page)));
  });
  const { user, system } = process.cpuUsage(computing);
  if (replica.pending.length !== own) throw new Error(`${String(own - replica.pending.length)} acts were lost`);
  const again = Replica.empty('bench');
  const alone = secondsOf(() => again.receive(entries));
  printFigure({
    what: `${own.toLocaleString('en')} own acts rebased on ${foreign.toLocaleString('en')} of others, ${String(page)} at a time`,
    value: rebased.seconds,
    unit: 's',
    peer: { name: 'replaying those of the others alone', ratio: rebased.seconds / alone.seconds },
  });
  printFigure({ what: '  of it computing, on both cores', value: (user + system) / 1_000_000, unit: 's' });
  const spread = spreadOf(holds);
  printFigure({ what: '  for which a window does not answer, median', value: spread.p50, unit: 'ms' });
  printFigure({ what: '  the same, 95th percentile', value: spread.p95, unit: 'ms' });
  printFigure({ what: '  the same, at worst', value: spread.max, unit: 'ms' });
}

/** Takes a page in as a window does, which draws and answers after each slice: milliseconds of each. */
function receiveResting(replica: Replica, entries: readonly Uint8Array[]): readonly number[] {
  const holds: number[] = [];
  const work = replica.prepareReceiveInSlices(entries);
  let begun = performance.now();
  for (;;) {
    const turn = work.next();
    if (turn.done === true) {
      if (!turn.value.ok) throw new Error(JSON.stringify(turn.value.failure));
      replica.accept(turn.value.step);
      return [...holds, performance.now() - begun];
    }
    if (performance.now() - begun < sliceMs) continue;
    holds.push(performance.now() - begun);
    begun = performance.now();
  }
}
