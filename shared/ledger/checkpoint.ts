import { partOf, type Sliced } from '../kernel/slices';
import { readColumns, type ColumnsProblem } from '../model/columnar/read-columns';
import { writeColumns } from '../model/columnar/write-columns';
import { Model } from '../model/model';
import type { ModelView } from '../model/model-view';
import type { CommitRecord } from '../intents/commit-history';
import type { Head } from './commit';
import { packRecords, unpackRecords, type PackedRecords } from './packed-records';

/**
 * A checkpoint: the account as it was at a head, in one piece that opens without being replayed or parsed.
 *
 * | bytes | what |
 * |---|---|
 * | 0–3 | `TRLK` |
 * | 4–7 | length of the front, unsigned, little endian |
 * | 8– | the front: `Front` as JSON in ASCII |
 * | then, each from a multiple of 8 on | the columns (`model/columnar/format.ts`), then the blocks of commit records |
 *
 * ```ts
 * import { finish } from '#core/kernel/slices';
 * import { Model } from '#core/model/model';
 * import { readCheckpoint, writeCheckpoint } from './checkpoint';
 *
 * const model = new Model();
 * model.put('roles', { id: 'porter', name: 'Porter', base: 'resident', extraFeatures: [] });
 * const bytes = finish(writeCheckpoint({ ledger: 'l', head: null, model, records: [] }));
 * const { checkpoint } = readCheckpoint(bytes);
 * checkpoint.model.row('roles', 'porter').name; // → 'Porter'
 * checkpoint.model.put('roles', { id: 'porter', name: 'Doorman', base: 'resident', extraFeatures: [] });
 * checkpoint.model.row('roles', 'porter').name; // → 'Doorman'
 * readCheckpoint(bytes.subarray(0, 40)).problem; // → 'cut-off'
 * ```
 */
const magic = 'TRLK';
/** Grows with every change of what stands here or in what the rows and records mean. */
const checkpointFormat = 1;
const frontStart = magic.length + 4;

interface Front {
  readonly format: number;
  readonly ledger: string;
  readonly head: Head | null;
  readonly columns: number;
  readonly shells: PackedRecords['shells'];
  readonly blocks: readonly number[];
}

/** State that a checkpoint is of. Rows and records may include the acts that wait on top of the head. */
export interface CheckpointOf {
  readonly ledger: string;
  readonly head: Head | null;
  readonly model: ModelView;
  readonly records: readonly CommitRecord[];
}

export interface OpenedCheckpoint {
  readonly ledger: string;
  readonly head: Head | null;
  readonly model: Model;
  readonly records: readonly CommitRecord[];
}

export type ReadCheckpoint =
  | { readonly ok: true; readonly checkpoint: OpenedCheckpoint }
  | { readonly ok: false; readonly problem: ColumnsProblem };

/** Writes a checkpoint, resting now and then. The same state gives the same bytes. */
export function* writeCheckpoint({ ledger, head, model, records }: CheckpointOf): Sliced<Uint8Array> {
  const columns = yield* partOf(writeColumns(model), ({ done, of }) => ({ done: done / 2, of }));
  const { shells, blocks } = yield* partOf(packRecords(records), ({ done, of }) => ({ done: of / 2 + done / 2, of }));
  const front: Front = {
    format: checkpointFormat,
    ledger,
    head,
    columns: columns.length,
    shells,
    blocks: blocks.map(({ length }) => length),
  };
  const text = JSON.stringify(front).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const pieces = [columns, ...blocks];
  const start = aligned(frontStart + text.length);
  const bytes = new Uint8Array(pieces.reduce((end, piece) => aligned(end + piece.length), start));
  for (let at = 0; at < magic.length; at += 1) bytes[at] = magic.charCodeAt(at);
  new DataView(bytes.buffer).setUint32(magic.length, text.length, true);
  for (let at = 0; at < text.length; at += 1) bytes[frontStart + at] = text.charCodeAt(at);
  let place = start;
  for (const piece of pieces) {
    bytes.set(piece, place);
    place = aligned(place + piece.length);
  }
  return bytes;
}

/** Opens a checkpoint, or says why it is none that this build can read: it is then made again from the ledger. */
export function readCheckpoint(bytes: Uint8Array): ReadCheckpoint {
  const isMarked = [...magic].every((sign, at) => bytes[at] === sign.charCodeAt(0));
  if (bytes.length < frontStart || !isMarked) return { ok: false, problem: 'no-checkpoint' };
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(magic.length, true);
  if (frontStart + length > bytes.length) return { ok: false, problem: 'cut-off' };
  const front = frontOf(bytes.subarray(frontStart, frontStart + length));
  if (front === null) return { ok: false, problem: 'no-checkpoint' };
  if (front.format !== checkpointFormat) return { ok: false, problem: 'other-format' };
  let place = aligned(frontStart + length);
  const next = (size: number): Uint8Array => {
    const piece = bytes.subarray(place, place + size);
    place = aligned(place + size);
    return piece;
  };
  const columns = next(front.columns);
  const blocks = front.blocks.map(next);
  if (place > aligned(bytes.length)) return { ok: false, problem: 'cut-off' };
  const read = readColumns(columns);
  if (!read.ok) return read;
  return {
    ok: true,
    checkpoint: {
      ledger: front.ledger,
      head: front.head,
      model: Model.on(read.parts),
      records: unpackRecords({ shells: front.shells, blocks }),
    },
  };
}

const lettersAtOnce = 4096;

function frontOf(bytes: Uint8Array): Front | null {
  let text = '';
  for (let at = 0; at < bytes.length; at += lettersAtOnce)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + lettersAtOnce) as unknown as number[]);
  try {
    return JSON.parse(text) as Front;
  } catch {
    return null;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
