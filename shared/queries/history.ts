import { z } from 'zod';
import type { CommitRecord } from '../intents/commit-history';
import { shortenHistory } from '../intents/shorten-history';
import type { Day } from '../kernel/day';
import type { View } from '../model/model';
import { isBookkeeping, type TableName } from '../model/rows';
import { refuse } from '../rules/refusals';
import { Places } from './history-places';
import { defineQuery, id, nothing } from './query';
import type { Question } from './question';

export interface HistoryAnswer {
  readonly seq: number;
  readonly at: string;
  readonly day: Day;
  readonly by: string;
  readonly do: string;
  readonly args: unknown;
  readonly commit: string;
  /** Id of the key of the computer that signed it, where one did. */
  readonly key?: string;
  /** The rules' *today*, where that is not the author's day (G8). */
  readonly today?: Day;
  /** By how many days its author was ahead of everybody else, where that is unusual (G9). */
  readonly daysAhead?: number;
}

export const historyQuery = defineQuery({
  name: 'history',
  args: z.strictObject({ entityId: id.optional(), inside: z.boolean().optional(), limit: z.int().min(0).optional() }),
  // What is gone has a history too; what never was has none.
  exists: (view, { entityId }) =>
    entityId === undefined || view.tableOf(entityId) !== undefined
      ? []
      : [refuse('NOT_FOUND', { kind: 'entity', id: entityId })],
  needs: (view, { entityId }) => ({
    right: 'read',
    at: entityId === undefined ? view.account.rootId : groupOfEntity(view, entityId),
  }),
  answer: (question, { entityId, inside, limit }) => historyAnswer(question, entityId, inside === true, limit),
});

/** Beginning of a history that was made shorter (G12). */
export interface HistoryBeginning {
  /** The last commit that nobody takes back any more, and that is no longer where the account is shared. */
  readonly seq: number;
  /** Whether the acts up to it are still on this computer. */
  readonly isHere: boolean;
  /** Who let it begin there. */
  readonly by: string;
  /** When, ISO 8601 in UTC. */
  readonly at: string;
}

export const historyBeginningQuery = defineQuery({
  name: 'historyBeginning',
  args: nothing,
  answer: ({ model, history }): HistoryBeginning | null => {
    const seq = model.row('ledger', 'ledger')?.begins?.seq;
    if (seq === undefined) return null;
    const isIt = (record: CommitRecord): boolean =>
      record.do === shortenHistory.name && (record.args as { readonly seq: number }).seq === seq;
    const { by = '', at = '' } = history.after(seq).find(isIt) ?? {};
    return { seq, isHere: history.all()[0]?.isGone !== true, by, at };
  },
});

/**
 * Acts that were done, newest first; the opening of the account is no act of anybody's work. Of a group, `inside` adds the acts on
 * what lies in it, however far below: what was made there, changed, brought or taken away.
 */
function historyAnswer(
  { history, model }: Question,
  entityId: string | undefined,
  isInside: boolean,
  limit: number | undefined,
): readonly HistoryAnswer[] {
  const records = history.all();
  const entries: HistoryAnswer[] = [];
  const places = isInside && entityId !== undefined ? new Places(model, entityId) : null;
  for (let index = records.length - 1; index >= 0 && entries.length < (limit ?? Number.POSITIVE_INFINITY); index -= 1) {
    const record = records[index];
    if (record === undefined || record.do === 'account.open' || record.isGone === true) continue;
    places?.noteRemovals(record.changes);
    if (
      entityId !== undefined &&
      !record.changes.some((change) => isAbout(change, entityId) || places?.isTouchedBy(change) === true)
    )
      continue;
    const { seq, at, day, by, args, id, key, today, ahead } = record;
    entries.push({
      seq,
      at,
      day,
      by,
      do: record.do,
      args,
      commit: id,
      ...(key === undefined ? {} : { key }),
      ...(today === undefined ? {} : { today }),
      ...(ahead === undefined ? {} : { daysAhead: ahead }),
    });
  }
  return entries;
}

/** Tells whether a change is about something: the thing itself, a seat or number of a user, a block of a group. */
function isAbout(
  change: { readonly table: TableName; readonly id: string; readonly before: unknown; readonly after: unknown },
  entityId: string,
): boolean {
  if (isBookkeeping(change.table)) return false;
  if (change.id === entityId) return true;
  return [change.before, change.after].some((row) => {
    const fields = (row ?? {}) as { readonly userId?: unknown; readonly menuId?: unknown; readonly groupId?: unknown };
    return (
      fields.userId === entityId ||
      fields.menuId === entityId ||
      (change.table === 'blocks' && fields.groupId === entityId)
    );
  });
}

function groupOfEntity(view: View, entityId: string): string {
  const table = view.tableOf(entityId);
  if (table === 'groups') return entityId;
  const row =
    table === undefined ? undefined : (view.row(table, entityId) as { readonly groupId?: string } | undefined);
  return typeof row?.groupId === 'string' ? row.groupId : view.account.rootId;
}
