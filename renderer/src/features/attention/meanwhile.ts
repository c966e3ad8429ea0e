import type { Day } from '#core/kernel/day';
import type { AttentionItem, CommitRecord } from '#core/ledger/replica';
import type { Refusal } from '#core/rules/refusals';
import type { Change } from '#core/model/rows';
import type { AccountReading } from '../../data/session';
import { isRefused } from '../../state/model-hooks';

/** Every id that an act names. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(idsIn);
  return [];
}

/** What a refusal points at besides what the act names: the number that is taken, the person who has it. Pools are told by their types. */
const pointers = ['groupId', 'userId', 'numberId', 'menuId', 'deviceId', 'blockId', 'id'];

function idsOf(refusals: readonly Refusal[]): readonly string[] {
  return refusals.flatMap((refusal) =>
    pointers.flatMap((key) => (typeof refusal[key] === 'string' ? [refusal[key]] : [])),
  );
}

/** Tells whether a change took units of a type that then were missing: a license given to somebody, more handed out, or less bought. */
function takesType(change: Change, typeIds: ReadonlySet<unknown>): boolean {
  if (change.table === 'seats') return typeIds.has(change.after?.typeId) && (change.after?.userId ?? null) !== null;
  if (change.table !== 'blocks') return false;
  const block = change.after ?? change.before;
  const difference = (change.after?.quantity ?? 0) - (change.before?.quantity ?? 0);
  return typeIds.has(block?.typeId) && (block?.source === 'allocation' ? difference > 0 : difference < 0);
}

/** Tells whether a change reserved resources that then were missing. */
function takesResource(change: Change): boolean {
  return (
    change.table === 'numbers' || (change.table === 'users' && change.before?.allowance !== change.after?.allowance)
  );
}

/**
 * Finds what others did to the same things, or with the same licenses, newest first: as far as can be told, why an act could not be kept.
 * `isMine` tells the acts that were done on this computer.
 */
export function actsMeanwhile(
  records: readonly CommitRecord[],
  item: Pick<AttentionItem, 'args' | 'refusals' | 'day'>,
  isMine: (commit: string) => boolean,
  most: number,
): readonly CommitRecord[] {
  const refusals = item.refusals ?? [];
  const about = new Set([...idsIn(item.args), ...idsOf(refusals)]);
  const typeIds = new Set(refusals.flatMap((refusal) => (refusal['typeId'] === undefined ? [] : [refusal['typeId']])));
  const lacksResource = refusals.some((refusal) => refusal['resource'] !== undefined);
  // Where something ran out, whoever took some of it is the reason; else whoever changed the same thing.
  const isShortage = typeIds.size > 0 || lacksResource;
  const isAbout = (change: Change): boolean =>
    isShortage ? takesType(change, typeIds) || (lacksResource && takesResource(change)) : about.has(change.id);
  return records.filter((record) => !isMine(record.id) && record.changes.some(isAbout)).slice(0, most);
}

const mostMeanwhile = 2;
/** Acts that are looked through for the reason, newest first. */
const mostLookedAt = 500;

/** Finds what others did: about the same things as far as can be told (`isAbout`), or else simply what they did last. */
export function meanwhileOf(
  reading: AccountReading,
  item: AttentionItem,
  day: Day,
): { readonly acts: readonly CommitRecord[]; readonly isAbout: boolean } {
  const history = reading.ask('history', { limit: mostLookedAt }, day);
  const records = isRefused(history) ? [] : history.flatMap((entry) => reading.record(entry.commit) ?? []);
  const { undoable, redoable } = reading.steps();
  const mine = new Set([...undoable, ...redoable].flatMap((step) => [step.act.id, step.target]));
  const isMine = (commit: string): boolean => mine.has(commit);
  const acts = actsMeanwhile(records, item, isMine, mostMeanwhile);
  if (acts.length > 0) return { acts, isAbout: true };
  const others = records.filter((record) => record.by !== item.by && !isMine(record.id));
  return { acts: others.slice(0, mostMeanwhile), isAbout: false };
}
