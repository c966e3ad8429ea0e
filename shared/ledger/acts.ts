import type { CommitRecord } from '../intents/commit-history';
import type { Execution } from '../intents/execute';
import { sha256Hex, textToBytes } from '../kernel/hash';
import { canonicalJson, sameJson } from '../kernel/json';
import { partOf, type Sliced } from '../kernel/slices';
import type { Model } from '../model/model';
import type { ChangedChoice, IntentContext } from '../rules/act';
import type { Refusal } from '../rules/refusals';
import type { RulesVersion } from '../rules/version';
import { mergeAttention, type AttentionItem } from './attention';
import type { Position, Step } from './steps';
import { rulesOf, rulesVersion, type Commit, type PendingIntent } from './commit';

/** Outcome of an act that is done again at its place. */
export type Replayed =
  | { readonly ok: true; readonly record: CommitRecord; readonly changedChoices: readonly ChangedChoice[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Own acts done again on top of others, one after the other. */
export interface ReplayedPending {
  readonly kept: PendingIntent[];
  readonly records: CommitRecord[];
  readonly refused: AttentionItem[];
  readonly changed: AttentionItem[];
}

/** Context of an act for the rules: who did it, on which computer and day, and where it stands. */
export function contextOf(
  { by, device, day, id, chosen }: PendingIntent,
  place: Pick<IntentContext, 'seq' | 'rules' | 'ledger' | 'prev'>,
): IntentContext {
  return { by, device, day, commit: id, chosen, ...place };
}

/** The version under which an act of one's own counts: its own, or that of the ledger, which never goes back. */
export function versionOn(model: Model, act: PendingIntent): RulesVersion {
  return model.size('ledger') > 0 ? rulesVersion : rulesOf(act);
}

/** Record of a commit, with what was chosen now. */
export function recordOf(
  { id, at, day, by, device, do: name, args, key }: PendingIntent,
  seq: number,
  { changes, noted, chosen }: Pick<Extract<Execution, { ok: true }>, 'changes' | 'noted' | 'chosen'>,
): CommitRecord {
  const picked = { ...(chosen.length > 0 ? { chosen } : {}), ...(key === undefined ? {} : { key }) };
  return { id, seq, at, day, by, device, do: name, args, ...picked, ...noted, changes };
}

/** Notes what an older build did not keep with the rows: the latest day of each author. */
export function noteAuthors(model: Model, records: readonly CommitRecord[]): void {
  const latest = new Map<string, string>();
  for (const { by, day, isGone } of records) if (isGone !== true && (latest.get(by) ?? '') < day) latest.set(by, day);
  for (const [id, day] of latest) {
    const before = model.row('authors', id);
    if ((before?.day ?? '') < day) model.apply([{ table: 'authors', id, before, after: { id, day } }]);
  }
}

/** Outcome of a new act on top of those that wait: the step, and the act as it is noted. */
export function stepOfAct(
  position: Position,
  act: PendingIntent,
  rules: RulesVersion,
  seq: number,
  result: Extract<Execution, { ok: true }>,
): { readonly step: Step; readonly intent: PendingIntent } {
  const { chosen: _before, rules: _rules, ...rest } = act;
  const chosen = result.chosen.length > 0 ? { chosen: result.chosen } : {};
  const intent: PendingIntent = { ...rest, ...(rules === 1 ? {} : { rules }), ...chosen };
  const changed = result.changedChoices.length > 0 ? [{ ...aboutAct(act), changed: result.changedChoices }] : [];
  const step: Step = {
    ...position,
    attention: mergeAttention(position.attention, changed),
    changes: result.net,
    sequence: result.changes,
    pending: [...position.pending, intent],
    putRecords: [recordOf(intent, seq, result)],
    removeRecords: [],
  };
  return { step, intent };
}

/** Beginning of what a person is told of an act. */
export function aboutAct(act: PendingIntent): Pick<AttentionItem, 'id' | 'do' | 'args' | 'at' | 'day' | 'by'> {
  return { id: act.id, do: act.do, args: act.args, at: act.at, day: act.day, by: act.by };
}

/** Tells whether an act and a commit are one, whatever place it has and whatever was chosen for it there. */
export function isSameContent(
  act: Pick<PendingIntent, 'id' | 'do' | 'by' | 'day' | 'args'>,
  commit: Pick<Commit, 'id' | 'do' | 'by' | 'day' | 'args'>,
): boolean {
  return (
    act.id === commit.id &&
    act.do === commit.do &&
    act.by === commit.by &&
    act.day === commit.day &&
    sameJson(act.args, commit.args)
  );
}

/** Tells whether a commit is one's own act just as it was sent. */
export function isSameAct(own: PendingIntent, commit: Commit): boolean {
  return (
    isSameContent(own, commit) && rulesOf(own) === commit.rules && sameJson(own.chosen ?? null, commit.chosen ?? null)
  );
}

/** Gives other ids to acts whose id somebody else's act has taken, and to what came after them (G11). */
export function withFreeIds(
  pending: readonly PendingIntent[],
  isTaken: (id: string) => boolean,
): readonly PendingIntent[] {
  const renamed = new Map<string, string>();
  return pending.map((act) => {
    const args = renamed.size === 0 ? act.args : withOtherIds(act.args, renamed);
    if (!isTaken(act.id)) return args === act.args ? act : { ...act, args };
    const id = otherIdFor(act);
    renamed.set(act.id, id);
    return { ...act, id, args };
  });
}

/** Another id for an act, the same on every replica that has to find one. */
function otherIdFor(act: PendingIntent): string {
  const { id, at, day, by, device, do: name, args } = act;
  return sha256Hex(textToBytes(canonicalJson({ id, at, day, by, device, do: name, args }))).slice(0, 32);
}

/** Arguments in which acts, and what they made, are called by their new ids. */
function withOtherIds(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    for (const [before, id] of renamed)
      if (value === before || value.startsWith(`${before}.`)) return `${id}${value.slice(before.length)}`;
    return value;
  }
  if (Array.isArray(value)) return value.map((part) => withOtherIds(part, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withOtherIds(part, renamed)]));
}

/** Part of a replica that doing acts again needs. */
interface Replaying {
  replay(own: PendingIntent, seq: number, rules: RulesVersion): Sliced<Replayed>;
  versionFor(own: PendingIntent): RulesVersion;
}

/** Does acts again behind a seq, one after the other; `answers` are those that are known not to hold. */
export function* replayEach(
  pending: readonly PendingIntent[],
  from: number,
  answers: ReadonlyMap<string, readonly Refusal[]>,
  { replay, versionFor }: Replaying,
): Sliced<ReplayedPending> {
  const replayed: ReplayedPending = { kept: [], records: [], refused: [], changed: [] };
  let seq = from;
  let done = 0;
  for (const own of pending) {
    const before = done;
    done += 1;
    const answer = answers.get(own.id);
    if (answer !== undefined) {
      replayed.refused.push({ ...aboutAct(own), refusals: answer });
      continue;
    }
    const rules = versionFor(own);
    const again = yield* partOf(replay(own, seq + 1, rules), (part) => ({
      done: before + part.done / part.of,
      of: pending.length,
    }));
    yield { done, of: pending.length };
    if (!again.ok) {
      replayed.refused.push({ ...aboutAct(own), refusals: again.refusals });
      continue;
    }
    seq += 1;
    replayed.records.push(again.record);
    replayed.kept.push({
      ...own,
      ...(rules === 1 ? {} : { rules }),
      ...(again.record.chosen === undefined ? {} : { chosen: again.record.chosen }),
    });
    if (again.changedChoices.length > 0) replayed.changed.push({ ...aboutAct(own), changed: again.changedChoices });
  }
  return replayed;
}
