import { sha256Hex } from '../../../electron/main/files/sha256';
import { finish } from '#core/kernel/slices';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
import { accountOf, openingEntry } from '../accounts';
import { printFigure, secondsOf } from '../figures';

const groups = 100_000;

/** The first open of a large account: from a checkpoint, beside replaying its ledger. Both end with the tree drawn up once. */
export function benchCheckpoint(): void {
  const entries = [openingEntry(), ...accountOf(groups, 2).outgoing(Number.POSITIVE_INFINITY).entries];
  const look = (replica: Replica): unknown => replica.ask('account', {}, { day: '2026-06-01', by: 'owner' });
  const replayed = secondsOf(() => {
    const replica = Replica.empty('bench');
    const received = replica.receive(entries);
    if (!received.ok) throw new Error(JSON.stringify(received.failure));
    look(replica);
    return replica;
  });
  const { ledger, head, model, records } = replayed.result;
  const written = secondsOf(() => finish(writeCheckpoint({ ledger, head, model, records })));
  const checksum = sha256Hex(written.result);
  const opened = secondsOf(() => {
    if (sha256Hex(written.result) !== checksum) throw new Error('The checkpoint has changed');
    const reading = readCheckpoint(written.result);
    if (!reading.ok) throw new Error(reading.problem);
    const { checkpoint } = reading;
    const replica = Replica.resume({ ...checkpoint, pending: [], attention: [], voided: [] }, checkpoint.model);
    look(replica);
    return replica;
  });
  if (opened.result.head?.hash !== replayed.result.head?.hash) throw new Error('The checkpoint stands elsewhere');
  printFigure({
    what: `first open of ${groups.toLocaleString('en')} groups by replaying the ledger`,
    value: replayed.seconds,
    unit: 's',
  });
  printFigure({
    what: '  from a checkpoint, its checksum included',
    value: opened.seconds,
    unit: 's',
    peer: { name: 'replaying', ratio: opened.seconds / replayed.seconds },
  });
  printFigure({ what: '  size of the checkpoint', value: written.result.length / 1024 / 1024, unit: 'MB' });
}
