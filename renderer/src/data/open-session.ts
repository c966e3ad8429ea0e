import type { JournalNote, JournalSummary } from '#core/ipc/journal-channels';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import type { Evidence } from '#core/ledger/admission';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { Replica, type AttentionItem, type Step } from '#core/ledger/replica';
import {
  AccountDatabase,
  isOfTables,
  TablesNotOpened,
  type AccountTables,
  type StoredAccount,
} from './account-database';
import { LocalAccountSession, type SessionParts } from './account-session';
import { renewInWorker, type RenewCheckpoint } from './checkpoint-renewal';
import type { Surroundings } from './clock';
import { fromJournal, type Journal } from './journal';
import { inOrder, openKept, type KeptState } from './kept-state';
import { computerPace, type Pace } from './long-work';
import { noTables } from './no-tables';
import { StoredReplica } from './stored-replica';

export interface OpeningParts {
  readonly ledger: string;
  readonly by: string;
  readonly device: string;
  readonly journal: Journal;
  readonly surroundings: Surroundings;
  /** Ids of this computer's keys in the ledger, the newest last. */
  readonly keys?: readonly string[];
  /** Left out, that of this computer. */
  readonly pace?: Pace;
  /** Left out, in a worker. */
  readonly renew?: RenewCheckpoint;
  /** True where no tables can be opened: everything comes from the journal and stays there. */
  readonly withoutTables?: boolean;
  /** True where the tables are not to be believed: they are made again from the journal. */
  readonly anew?: boolean;
}

/** Source of the model: the tables as they were, the tables completed, or the journal alone. */
export type Origin = 'tables' | 'completed' | 'journal';

export interface OpenedSession {
  readonly session: LocalAccountSession;
  readonly origin: Origin;
  /** True when the tables were damaged, or made by a newer version, and had to be made again. */
  readonly hadBadTables: boolean;
}

/** The journal does not fit the rules: its own commits cannot be replayed. */
export class UnreadableJournal extends Error {
  constructor(readonly failure: { readonly kind: string }) {
    super(`The journal cannot be replayed: ${failure.kind}`);
    this.name = 'UnreadableJournal';
  }
}

/**
 * Opens an account as it was left, whatever was being written when the application ended. An act is noted in the journal
 * before it reaches the tables, so the tables are at most behind; where they are missing, of another shape, or on another
 * history, they are made again from the journal. Ids of commits make it harmless to do any of this twice.
 */
export async function openSession(parts: OpeningParts): Promise<OpenedSession> {
  const {
    ledger,
    journal,
    by,
    device,
    surroundings,
    pace = computerPace,
    keys = [],
    withoutTables = false,
    anew = false,
  } = parts;
  const renew = withoutTables ? renewNothing : (parts.renew ?? renewInWorker);
  const database = withoutTables ? noTables() : await AccountDatabase.open(ledger);
  try {
    const summary = fromJournal(await journal.summary());
    const read = anew ? null : await database.read().catch(() => 'damaged' as const);
    const tables = read === 'damaged' ? null : read;
    const kept = tables === null ? null : openKept(ledger, tables);
    const hadBadTables = database.isMadeAnew || read === 'damaged' || (tables !== null && kept === null);
    const usable = tables !== null && kept !== null && (await fitTogether(tables, summary, journal));
    const behind = { database, journal, renew };
    const stored = usable ? restore(ledger, tables, kept, behind) : await rebuild(ledger, summary, behind);
    const completed = await complete(stored, summary, journal);
    const session: SessionParts = { stored, surroundings, by, device, pace, keys: { ids: keys } };
    return {
      session: new LocalAccountSession(session),
      origin: usable ? (completed ? 'completed' : 'tables') : 'journal',
      hadBadTables,
    };
  } catch (error) {
    database.close();
    throw isOfTables(error) ? new TablesNotOpened(error) : error;
  }
}

/** Fails with `TablesNotOpened` where tables for a new account could not be kept; leaves nothing behind. */
export async function tryTables(ledger: string): Promise<void> {
  (await AccountDatabase.open(ledger)).close();
  await AccountDatabase.remove(ledger);
}

/** Removes the tables of an account that was given up. */
export function removeTables(ledger: string): Promise<void> {
  return AccountDatabase.remove(ledger);
}

const renewNothing: RenewCheckpoint = () => Promise.resolve();

/** Tells whether the tables stand on the journal's history. Tables that are ahead of the journal are believed. */
async function fitTogether(tables: StoredAccount, summary: JournalSummary, journal: Journal): Promise<boolean> {
  // Something was withdrawn that the tables hold after all: the transaction had gone through although it seemed not to.
  if (tables.pending.some((intent) => summary.closed.includes(intent.id))) return false;
  if (tables.head === null || tables.head.seq > (summary.head?.seq ?? 0)) return true;
  const { base } = summary;
  // Before the journal's beginning there is nothing to compare with, nor to go on from.
  if (base !== null && tables.head.seq <= base.seq) return tables.head.hash === base.hash;
  const [entry] = fromJournal(await journal.commits(tables.head.seq - 1));
  return entry !== undefined && hashEntry(entry) === tables.head.hash;
}

/** What is behind a replica. */
interface Behind {
  readonly database: AccountTables;
  readonly journal: Journal;
  readonly renew: RenewCheckpoint;
}

function restore(ledger: string, tables: StoredAccount, kept: KeptState, behind: Behind): StoredReplica {
  const { head, pending, attention, voided, checkpoint, steps, lastStep } = tables;
  const records = inOrder(kept.records, pending);
  const replica = Replica.resume({ ledger, head, pending, attention, voided, records }, kept.model);
  const stored = new StoredReplica(replica, behind.database, behind.journal, behind.renew, {
    lastStep,
    checkpointBytes: checkpoint.length,
    stepLetters: steps.flat().reduce((sum, { length }) => sum + length, 0),
  });
  stored.renewWhenDue();
  return stored;
}

async function rebuild(ledger: string, summary: JournalSummary, behind: Behind): Promise<StoredReplica> {
  const { database, journal, renew } = behind;
  const stored = new StoredReplica(Replica.empty(ledger), database, journal, renew);
  if (summary.base !== null) await stored.begin();
  await receiveRest(stored, journal, (step) => Promise.resolve(stored.acceptUnstored(step)));
  stored.acceptUnstored(withAttention(stored.replica, summary.attention as unknown as readonly AttentionItem[]));
  for (const intent of unknownIntents(stored, summary)) stored.acceptUnstored(stepOf(stored.replica, intent));
  await stored.storeAnew();
  return stored;
}

/** Brings tables and journal to the same point; answers whether there was anything to do. */
async function complete(stored: StoredReplica, summary: JournalSummary, journal: Journal): Promise<boolean> {
  const { replica } = stored;
  let did = await receiveRest(stored, journal, (step) => stored.persist(step));
  for (const intent of unknownIntents(stored, summary)) {
    await stored.persist(stepOf(replica, intent));
    did = true;
  }
  const closed = new Set(summary.closed);
  for (const { id } of replica.attention.filter((item) => closed.has(item.id))) {
    await stored.persist(replica.prepareDrop(id));
    did = true;
  }
  const missing = missingNotes(replica, summary);
  if (missing.length > 0) fromJournal(await journal.note(missing));
  const commits = missingCommits(replica, summary.head);
  if (commits.length > 0) fromJournal(await journal.keepCommits(commits));
  return did || missing.length + commits.length > 0;
}

/**
 * Commits that the tables know and the journal does not, written again from their records. Only bytes that lead to the
 * very hash of the head are the ones that were read; where they do not, the journal has to get them from the store.
 */
function missingCommits({ ledger, head, records }: Replica, kept: Head | null): readonly Uint8Array[] {
  if (head === null || head.seq <= (kept?.seq ?? 0)) return [];
  const entries: Uint8Array[] = [];
  let prev = kept?.hash ?? noHash;
  for (const { id, seq, at, day, by, device, do: name, args, chosen, rules = 1 } of records) {
    if (seq <= (kept?.seq ?? 0) || seq > head.seq) continue;
    const picked = chosen === undefined ? {} : { chosen };
    const entry = encodeCommit({
      ledger,
      seq,
      prev,
      id,
      at,
      day,
      by,
      device,
      rules,
      do: name,
      args,
      ...picked,
    });
    entries.push(entry);
    prev = hashEntry(entry);
  }
  return prev === head.hash ? entries : [];
}

/** What the tables know and the journal does not: files that were lost or put back from a backup. */
function missingNotes(replica: Replica, summary: JournalSummary): readonly JournalNote[] {
  const open = new Set(summary.open.map((intent) => intent.id));
  const waiting = new Set(summary.attention.map((item) => item.id));
  return [
    ...replica.pending.filter(({ id }) => !open.has(id)).map((intent): JournalNote => ({ kind: 'intent', intent })),
    ...replica.attention
      .filter(({ id }) => !waiting.has(id))
      .map((item): JournalNote => ({ kind: 'attention', item: { ...item } })),
  ];
}

async function receiveRest(
  stored: StoredReplica,
  journal: Journal,
  apply: (step: Step) => Promise<void>,
): Promise<boolean> {
  let did = false;
  let evidence: Evidence | undefined;
  for (;;) {
    const entries = fromJournal(await journal.commits(stored.replica.head?.seq ?? 0));
    if (entries.length === 0) return did;
    evidence ??= { bad: fromJournal(await journal.bad()), appends: null };
    const prepared = stored.replica.prepareReceive(entries, undefined, evidence);
    if (!prepared.ok) throw new UnreadableJournal(prepared.failure);
    await apply(prepared.step);
    did = true;
  }
}

/** Acts that were noted but had not reached the tables. An act that waits for the person with refusals is not pending. */
function unknownIntents({ replica }: StoredReplica, summary: JournalSummary): readonly PendingIntent[] {
  const settled = replica.attention.filter((item) => item.refusals !== undefined);
  const known = new Set([...replica.pending, ...settled].map((entry) => entry.id));
  return summary.open.filter(({ id }) => !known.has(id) && replica.record(id) === undefined);
}

/** The act again as it was made; what does not hold any more goes to its author's attention. */
function stepOf(replica: Replica, intent: PendingIntent): Step {
  const { id, do: name, args, at, by, day } = intent;
  const prepared = replica.prepareAgain(intent);
  if (prepared.ok) return prepared.step;
  return withAttention(replica, [
    ...replica.attention,
    { id, do: name, args, at, by, day, refusals: [...prepared.refusals] },
  ]);
}

function withAttention({ head, pending, voided }: Replica, attention: readonly AttentionItem[]): Step {
  return { changes: [], sequence: [], head, pending, attention, voided, putRecords: [], removeRecords: [] };
}
