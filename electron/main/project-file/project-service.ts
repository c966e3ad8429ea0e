import type { Day } from '#core/kernel/day';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { ProjectFailure, ProjectOutline, ProjectStep } from '#core/ipc/project-channels';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { ownerId } from '#core/intents/account-intents';
import { differencesOf, type TableDifference } from '#core/ledger/differences';
import { Replica } from '#core/ledger/replica';
import type { Continued } from '#core/model/rows';
import type { DigestAnswer } from '#core/queries/digest';
import type { Received } from '#core/ledger/steps';
import { checkCheckpoints } from '../ledger/check-checkpoints';
import type { Brought } from '../ledger/ledger-contents';
import { checkSignatures } from '../trust/check-signatures';
import type { Manifest } from './format';
import { beginningOfPart, entriesOfLines, partsOfAccount, waitingOfLines } from './project-entries';
import { outlineOf, outlineOfView } from './project-outline';
import { lastSteps } from './project-steps';
import { viewOfGroup } from './project-view';
import { readSealedProject, sealProject } from './sealed-project';
import { writeProjectFile } from './write-project-file';

/** Contents of a project file that was opened, replayed through the rules. */
export interface OpenedProject extends Brought {
  readonly manifest: Manifest;
  readonly isNewer: boolean;
  readonly isSealed: boolean;
  readonly isProtected: boolean;
  /** What a new account goes on from, where this one is protected. */
  readonly continued: Continued | null;
  /** Ids of the commits and waiting acts that the rules refuse. */
  readonly refused: readonly string[];
  /** When the last act in it was done, ISO 8601 in UTC. */
  readonly last: string | null;
  /** The last acts in the file, the newest first. */
  readonly steps: readonly ProjectStep[];
  /** `null` of a file of a newer version. */
  readonly outline: ProjectOutline | null;
}

/** Account that is replayed: by its id, with its commits and its acts that wait for their place. */
export interface Replayable extends Brought {
  readonly ledger: string;
}

/** Account, or what can be read of one group of it, that is to become a file. */
export interface ToPack extends Replayable {
  readonly name: string;
  /** `null` for all of it. */
  readonly group: { readonly id: string; readonly day: Day; readonly by: string } | null;
  /** `null` leaves it readable for everybody. */
  readonly passphrase: string | null;
}

export type PackFailure = { readonly kind: 'protected' | 'forbidden' | 'not-ready' };

export type ProjectRequest =
  | {
      readonly kind: 'open';
      readonly bytes: Uint8Array;
      readonly passphrase: string | null;
      /** Acts from the beginning after which the rest is left out; `null` for none. */
      readonly upTo: number | null;
    }
  | ({ readonly kind: 'bundle' } & Bundle)
  | { readonly kind: 'compare'; readonly ledger: string; readonly before: Brought; readonly after: Brought }
  | ({ readonly kind: 'pack' } & ToPack);

/** Account that becomes a file as it is, for this computer alone. */
export interface Bundle extends Replayable {
  readonly name: string;
  readonly head: Head | null;
}

export interface ProjectAnswers {
  readonly open: Result<OpenedProject, ProjectFailure>;
  readonly compare: readonly TableDifference[] | null;
  readonly pack: Result<Uint8Array, PackFailure>;
  readonly bundle: Uint8Array;
}

/** Answers one request about project files, in a process that may take its time. */
export function answerProject(request: ProjectRequest): Promise<ProjectAnswers[ProjectRequest['kind']]> {
  if (request.kind === 'open') return openProject(request.bytes, request.passphrase, request.upTo);
  if (request.kind === 'bundle') return bundle(request);
  return request.kind === 'compare' ? compareProject(request) : packProject(request);
}

/** Opens the bytes of a project file and replays what is in it, chain, signatures and rules checked. */
export async function openProject(
  bytes: Uint8Array,
  passphrase: string | null = null,
  upTo: number | null = null,
): Promise<Result<OpenedProject, ProjectFailure>> {
  const read = await readSealedProject(bytes, passphrase);
  if (!read.ok) return read;
  const { manifest, isNewer, isSealed, parts } = read.value;
  const nothing: OpenedProject = {
    manifest,
    isNewer,
    isSealed,
    beginning: null,
    entries: [],
    waiting: [],
    refused: [],
    last: null,
    steps: [],
    isProtected: false,
    continued: null,
    outline: null,
  };
  if (isNewer) return succeeded(nothing);
  if (manifest.kind === 'view') {
    const outline = outlineOfView(parts['view.json']);
    return outline === null ? failed({ code: 'DAMAGED', place: 'view.json' }) : succeeded({ ...nothing, outline });
  }
  const allEntries = parts['ledger.jsonl'] === undefined ? [] : entriesOfLines(parts['ledger.jsonl']);
  const allWaiting = waitingOfLines(parts['waiting.jsonl']);
  if (allWaiting === null) return failed({ code: 'DAMAGED', place: 'waiting.jsonl' });
  const part = parts['beginning.trlk'];
  const beginning = part === undefined ? null : beginningOfPart(part, manifest.ledger, allEntries);
  if (part !== undefined && beginning === null) return failed({ code: 'DAMAGED', place: 'beginning.trlk' });
  const entries = allEntries.slice(0, upTo ?? allEntries.length);
  const waiting = allWaiting.slice(0, upTo === null ? allWaiting.length : Math.max(0, upTo - entries.length));
  const replayed = await replay({ ledger: manifest.ledger, beginning, entries, waiting });
  if (replayed === null) return failed({ code: 'DAMAGED', place: 'ledger.jsonl' });
  const { replica, refused } = replayed;
  return succeeded({
    ...nothing,
    beginning,
    entries,
    waiting,
    refused,
    last: replica.records.at(-1)?.at || null,
    steps: lastSteps(allEntries, allWaiting),
    isProtected: isProtected(replica),
    continued: replayed.continued,
    outline: outlineOf(replica.model),
  });
}

/** Things that differ between two states of one account; `null` where one cannot be replayed. */
async function compareProject({
  ledger,
  before,
  after,
}: Extract<ProjectRequest, { readonly kind: 'compare' }>): Promise<readonly TableDifference[] | null> {
  const one = await replay({ ledger, ...before });
  const other = await replay({ ledger, ...after });
  return one === null || other === null ? null : differencesOf(one.replica.model, other.replica.model);
}

/** Packs an account, or what can be read of one group of it, and opens it once as others will, before anybody is told that it is there. */
export async function packProject({
  ledger,
  name,
  beginning,
  entries,
  waiting,
  group,
  passphrase,
}: ToPack): Promise<Result<Uint8Array, PackFailure>> {
  const replayed = await replay({ ledger, beginning, entries, waiting });
  if (replayed === null) return failed({ kind: 'not-ready' });
  const { replica } = replayed;
  if (isProtected(replica) && passphrase === null) return failed({ kind: 'protected' });
  const kind = group === null ? 'account' : 'view';
  const view = group === null ? null : viewOfGroup(replica, group.id, group);
  if (group !== null && view === null) return failed({ kind: 'forbidden' });
  const parts = view === null ? partsOfAccount({ beginning, entries, waiting }) : { 'view.json': view };
  const about = { kind, ledger, head: replica.head, name: name.slice(0, 200) } as const;
  const plain = await writeProjectFile({ ...about, parts });
  const bytes = passphrase === null ? plain : await sealProject(plain, passphrase, about);
  const opened = await openProject(bytes, passphrase);
  return opened.ok ? succeeded(bytes) : failed({ kind: 'not-ready' });
}

interface Replayed {
  readonly replica: Replica;
  readonly continued: Continued | null;
  readonly refused: readonly string[];
}

function bundle({ ledger, name, head, ...brought }: Bundle): Promise<Uint8Array> {
  const parts = partsOfAccount(brought);
  return writeProjectFile({ kind: 'account', ledger, head, name: name.slice(0, 200), parts });
}

/** Replays an account; `null` where its commits do not follow each other. */
async function replay({ ledger, beginning, entries, waiting }: Replayable): Promise<Replayed | null> {
  const replica = beginning === null ? Replica.empty(ledger) : checkCheckpoints.open(ledger, beginning.bytes);
  if (replica === null) return null;
  let voided: Received['voided'] = [];
  if (entries.length > 0) {
    const evidence = await checkSignatures().evidence(replica, entries, null);
    const received = replica.receive(entries, undefined, evidence);
    if (!received.ok) return null;
    ({ voided } = received);
  }
  const continued = continuedOf(replica);
  const refused = waiting.filter((intent) => !doAgain(replica, intent));
  return { replica, continued, refused: [...voided, ...refused].map(({ id }) => id) };
}

function doAgain(replica: Replica, intent: PendingIntent): boolean {
  const prepared = replica.prepareAgain(intent);
  if (prepared.ok) replica.accept(prepared.step);
  return prepared.ok;
}

/** What a new account says that it goes on from; `null` where this one is not protected, and is copied instead. */
function continuedOf(replica: Replica): Continued | null {
  const { ledger, head } = replica;
  if (head === null || !isProtected(replica)) return null;
  // The state in one hash hangs on no day and on no person.
  const { hash } = replica.ask('digest', {}, { day: '2000-01-01', by: ownerId }) as DigestAnswer;
  return { ledger, ...head, stateHash: hash };
}

function isProtected({ model }: Replica): boolean {
  return model.row('protection', 'protection') !== undefined;
}
