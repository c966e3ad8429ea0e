import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { isRestDue, type Sliced } from '../kernel/slices';
import type { CommitRecord } from '../intents/commit-history';

/**
 * Commit records packed for keeping: what lists and orders need of each stands by itself, and what only history and undo ask for
 * (arguments and changes) lies compressed in blocks, each read when it is asked for.
 */
export interface PackedRecords {
  readonly shells: readonly RecordShell[];
  readonly blocks: readonly Uint8Array[];
}

/** A record without its arguments and changes, with the block that holds them and the place in it. */
type RecordShell = readonly [record: Omit<CommitRecord, 'args' | 'changes'>, block: number, place: number];
type RecordBody = Pick<CommitRecord, 'args' | 'changes'>;

/** A block is closed once it holds so many letters of JSON; a record that is larger has a block of its own. */
const fullBlock = 32_768;
const blocksKept = 8;

/** Packs records, resting now and then. Records that were unpacked before are read, not kept. */
export function* packRecords(records: readonly CommitRecord[]): Sliced<PackedRecords> {
  const shells: RecordShell[] = [];
  const blocks: Uint8Array[] = [];
  let open: string[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length === 0) return;
    blocks.push(deflateSync(strToU8(`[${open.join(',')}]`), { level: 1 }));
    open = [];
    length = 0;
  };
  for (const [index, record] of records.entries()) {
    const { args, changes, ...shell } = record;
    const body = JSON.stringify({ args, changes } satisfies RecordBody);
    if (length > 0 && length + body.length > fullBlock) close();
    shells.push([shell, blocks.length, open.length]);
    open.push(body);
    length += body.length;
    if (isRestDue(index)) yield { done: index, of: records.length };
  }
  close();
  return { shells, blocks };
}

/** Records whose arguments and changes are unpacked when they are asked for. */
export function unpackRecords({ shells, blocks }: PackedRecords): readonly CommitRecord[] {
  const kept = new Map<number, readonly RecordBody[]>();
  const bodiesOf = (block: number): readonly RecordBody[] => {
    let bodies = kept.get(block);
    if (bodies === undefined) {
      const packed = blocks[block];
      if (packed === undefined) throw new Error(`no block ${String(block)} of commit records`);
      bodies = JSON.parse(strFromU8(inflateSync(packed))) as readonly RecordBody[];
      const [oldest] = kept.keys();
      if (kept.size >= blocksKept && oldest !== undefined) kept.delete(oldest);
      kept.set(block, bodies);
    }
    return bodies;
  };
  return shells.map(([shell, block, place]): CommitRecord => {
    const body = (): RecordBody => bodiesOf(block)[place] as RecordBody;
    return {
      ...shell,
      get args() {
        return body().args;
      },
      get changes() {
        return body().changes;
      },
    };
  });
}
