import { randomUUID } from 'node:crypto';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import type { WebDavFolder, WebDavLock } from './webdav-folder';

/** Finding about a server: it decides who comes first, or it only carries files, and why. */
export type WebDavVerdict =
  | { readonly order: 'exclusive' }
  | { readonly order: 'kept'; readonly because: 'no-lock' | 'lock-won-twice' | 'name-won-twice' };

export interface ExamPlan {
  readonly rounds: number;
  readonly atOnce: number;
}

const ordinaryExam: ExamPlan = { rounds: 20, atOnce: 8 };
/** Rounds of lock requests that overlap by halves, and of moves that take long where a server copies file by file. */
const slowRounds = 3;
const slowFiles = 6;

/**
 * Finds out whether a server can be trusted with the order of appends, in a folder of its own that is removed
 * afterwards. A free name for a collection must be won by one alone, however many ask for it at once: that is what
 * appends stand on. A lock must be there, and refuse whoever comes while it is held or being asked for. Of eight that
 * ask for it at the very same moment some servers (Apache) now and then let in two; the name then decides between them.
 */
export async function examineServer(
  folder: WebDavFolder,
  signal: Abort,
  onProgress: (share: number) => void = () => undefined,
  { rounds, atOnce }: ExamPlan = ordinaryExam,
): Promise<WebDavVerdict> {
  const root = `trellis-test-${randomUUID()}/`;
  const competitors = Array.from({ length: atOnce }, (_, index) => index);
  await folder.makeCollection(root, signal);
  try {
    const file = `${root}ledger.json`;
    await folder.put(file, Buffer.from('{}\n'), signal);
    // Into another folder, as appends go: some servers then copy what they would rename within one.
    await folder.makeCollection(`${root}log/`, signal);
    const lock = await lockIfPossible(folder, file, signal);
    if (lock === null) return { order: 'kept', because: 'no-lock' };
    const second = await lockIfPossible(folder, file, signal);
    await folder.unlock(lock, signal);
    if (second !== null) return { order: 'kept', because: 'lock-won-twice' };
    for (let round = 0; round < slowRounds; round += 1) {
      if (await isWonTwiceByHalves(folder, file, signal)) return { order: 'kept', because: 'lock-won-twice' };
    }
    for (let round = 0; round < slowRounds + rounds; round += 1) {
      onProgress(round / (slowRounds + rounds));
      const files = round < slowRounds ? slowFiles : 1;
      const sources = await Promise.all(
        competitors.map((index) => fill(folder, `${root}from-${round}-${index}/`, files, signal)),
      );
      const locks = await Promise.all(competitors.map(() => lockIfPossible(folder, file, signal)));
      const held = locks.filter((it) => it !== null);
      const moves = sources.map((source) => movedIfPossible(folder, source, `${root}log/${round}/`, signal));
      const won = (await Promise.all(moves)).filter(Boolean);
      for (const it of held) await folder.unlock(it, signal);
      if (won.length !== 1) return { order: 'kept', because: 'name-won-twice' };
    }
    return { order: 'exclusive' };
  } finally {
    await folder.remove(root, signal).catch(() => undefined);
  }
}

/** A collection with files in it, as an append is one. */
async function fill(folder: WebDavFolder, path: string, files: number, signal: Abort): Promise<string> {
  await folder.makeCollection(path, signal);
  for (let index = 0; index < files; index += 1) {
    await folder.put(`${path}entries-${index}.jsonl`, Buffer.alloc(4096, `${path}\n`), signal);
  }
  return path;
}

/** One asks for the lock, and in the middle of its request another does: a server that looks first and writes later shows itself. */
async function isWonTwiceByHalves(folder: WebDavFolder, file: string, signal: Abort): Promise<boolean> {
  let other: WebDavLock | null = null;
  const one = await lockIfPossible(folder, file, signal, async () => {
    other = await lockIfPossible(folder, file, signal);
  });
  const won = [one, other as WebDavLock | null].filter((it) => it !== null);
  for (const it of won) await folder.unlock(it, signal);
  return won.length > 1;
}

/** Only a server that does not answer ends the exam; every other answer than yes is a no. */
async function lockIfPossible(
  folder: WebDavFolder,
  file: string,
  signal: Abort,
  atHalf?: () => Promise<void>,
): Promise<WebDavLock | null> {
  try {
    return await folder.lock(file, signal, atHalf);
  } catch (error) {
    if (isAnswer(error)) return null;
    throw error;
  }
}

async function movedIfPossible(folder: WebDavFolder, from: string, to: string, signal: Abort): Promise<boolean> {
  try {
    return await folder.move(from, to, signal);
  } catch (error) {
    if (isAnswer(error)) return false;
    throw error;
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof StoreError && !['aborted', 'unauthorised'].includes(error.failure.kind);
}
