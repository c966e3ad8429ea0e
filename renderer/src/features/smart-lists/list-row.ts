import type { AttentionItem, CommitRecord } from '#core/ledger/replica';
import type { Change } from '#core/model/rows';
import type { SmartListEntry, SmartListReason } from '#core/queries/smart-lists';
import type { RowsInMemory } from '../../data/session';
import { positionOfThing } from '../../state/position-of-thing';
import type { PositionOfThing } from '../../state/view-hooks';
import type { PositionInWindow } from '../../state/view-store';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import type { Names } from '../../text/names';
import type { TextKey, TextWriter } from '../../text/text';

/** One line of a list: something of the account, or an act of this computer. */
export type ListRow =
  | { readonly kind: 'thing'; readonly key: string; readonly groupId: string; readonly entry: SmartListEntry }
  | { readonly kind: 'unsent'; readonly key: string; readonly groupId: string; readonly record: CommitRecord }
  | { readonly kind: 'attention'; readonly key: string; readonly groupId: string; readonly item: AttentionItem };

export function rowOfEntry(entry: SmartListEntry): ListRow {
  return { kind: 'thing', key: entry.key, groupId: entry.groupId, entry };
}

export function rowOfUnsent(record: CommitRecord, rows: RowsInMemory): ListRow {
  return { kind: 'unsent', key: record.id, groupId: groupOfChanges(record.changes, rows), record };
}

export function rowOfAttention(item: AttentionItem, rows: RowsInMemory): ListRow {
  const args = typeof item.args === 'object' && item.args !== null ? Object.values(item.args) : [];
  const named = args.flatMap((value: unknown) =>
    typeof value === 'string' ? (placeOf(value, rows)?.groupId ?? []) : [],
  );
  return { kind: 'attention', key: item.id, groupId: named[0] ?? rows.root.id, item };
}

function placeOf(id: string, rows: RowsInMemory): PositionOfThing | null {
  const table = rows.tableOf(id);
  return table === undefined ? null : positionOfThing(rows, table, id);
}

/** The first thing that was changed and still has a place. */
function positionOfChanges(changes: readonly Change[], rows: RowsInMemory): PositionOfThing | null {
  for (const { id } of changes) {
    const place = placeOf(id, rows);
    if (place !== null) return place;
  }
  return null;
}

function groupOfChanges(changes: readonly Change[], rows: RowsInMemory): string {
  return positionOfChanges(changes, rows)?.groupId ?? rows.root.id;
}

/** Finds the group in which a row is: a group itself is in the one above, the account in none. */
export function whereOfRow(row: ListRow, rows: RowsInMemory): string | null {
  const group = rows.row('groups', row.groupId);
  return row.kind === 'thing' && row.entry.kind === 'group' ? (group?.parentId ?? null) : (group?.id ?? null);
}

const tables = { group: 'groups', user: 'users', block: 'blocks', number: 'numbers' } as const;

/** Finds where a row leads; `null` where it is not in the tree. */
export function positionOfRow(row: ListRow, rows: RowsInMemory): PositionOfThing | null {
  if (row.kind === 'attention') return null;
  if (row.kind === 'unsent') return positionOfChanges(row.record.changes, rows);
  const { kind, id, why } = row.entry;
  if (kind === 'request') return null;
  const place = positionOfThing(rows, tables[kind], id);
  // A pool is judged by its licenses, a draft by what it is.
  return place === null || kind !== 'group' ? place : { ...place, tab: why.kind === 'draft' ? 'overview' : 'licenses' };
}

/** Selection for which the properties show a row. */
export function selectionOfRow(
  row: ListRow,
): { readonly kind: PositionInWindow['selection']['kind']; readonly id: string } | null {
  if (row.kind !== 'thing' || row.entry.kind === 'request') return null;
  return { kind: row.entry.kind, id: row.entry.id };
}

/** Writes rows in the language in use. The same reason is written once: thousands of rows share a few. */
export interface RowWriter {
  readonly kindOf: (row: ListRow) => string;
  readonly whatOf: (row: ListRow) => string;
  readonly whyOf: (row: ListRow) => string;
  /** By what reasons are sorted: the urgent before, then the many before the few. */
  readonly orderOf: (row: ListRow) => string;
}

export function rowWriter(rows: RowsInMemory, writer: TextWriter, names: Names): RowWriter {
  const sentences = new Map<string, string>();
  const { text } = writer;
  function whyOf(row: ListRow): string {
    if (row.kind === 'unsent') return text('listWhy.pending', { when: writer.moment(row.record.at) });
    if (row.kind === 'attention')
      return text(row.item.refusals === undefined ? 'listWhy.attention.changed' : 'listWhy.attention.refused');
    const { why } = row.entry;
    const pool = 'poolId' in why ? names.group(why.poolId) : '';
    const key = `${Object.values(why).join('|')}|${pool}`;
    const known = sentences.get(key);
    if (known !== undefined) return known;
    const sentence = reasonSentence(why, writer, names);
    sentences.set(key, sentence);
    return sentence;
  }
  return {
    kindOf: (row) => text(kindWord(row)),
    whatOf(row) {
      if (row.kind === 'unsent') return actSentence(row.record, writer, namesThen(rows, row.record.changes, writer));
      if (row.kind === 'attention') return actSentence(row.item, writer, names);
      const { kind, id, why } = row.entry;
      return kind === 'request' ? names.type(why.kind === 'request' ? why.typeId : id) : names.thing(id);
    },
    whyOf,
    orderOf: (row) =>
      row.kind === 'thing'
        ? `${row.entry.why.kind} ${figureOf(row.entry.why)}`
        : row.kind === 'unsent'
          ? row.record.at
          : row.item.at,
  };
}

function kindWord(row: ListRow): TextKey {
  if (row.kind !== 'thing') return 'listKind.act';
  const { kind, why } = row.entry;
  if (why.kind === 'freeSeat') return 'listKind.seat';
  return why.kind === 'draft' ? 'listKind.draft' : `listKind.${kind}`;
}

/** More than any figure, so that the largest comes first where more matters more. */
const beyond = 9_999_999;

function figureOf(why: SmartListReason): string {
  switch (why.kind) {
    case 'ends':
    case 'leaves':
      return String(why.daysLeft);
    case 'freeUnits':
      return String(beyond - why.quantity);
    case 'unitsShort':
    case 'resourceShort':
      return String(beyond - why.short);
    case 'draft':
      return String(beyond - why.groups);
    default:
      return '';
  }
}

function reasonSentence(why: SmartListReason, writer: TextWriter, names: Names): string {
  const { text, day } = writer;
  const instead = (served: string | null): { readonly served: string; readonly instead: string } => ({
    served: served ?? 'none',
    instead: served === null ? '' : names.type(served),
  });
  switch (why.kind) {
    case 'noLicense':
    case 'noPoolLicense':
    case 'poolLicenseEnded':
      return text(`listWhy.${why.kind}`, { pool: names.group(why.poolId), free: why.free });
    case 'freeUnits':
      return text('listWhy.freeUnits', { quantity: why.quantity, type: names.type(why.typeId) });
    case 'freeSeat':
      return text('listWhy.freeSeat', { type: names.type(why.typeId) });
    case 'freeNumber':
      return text(`listWhy.freeNumber.${why.numberKind}`);
    case 'ends':
      return text('listWhy.ends', { days: why.daysLeft, day: day(why.day) });
    case 'leaves':
      return text('listWhy.leaves', { days: why.daysLeft, day: day(why.day) });
    case 'unitsShort':
      return text('listWhy.unitsShort', { short: why.short, type: names.type(why.typeId) });
    case 'resourceShort':
      return text('listWhy.resourceShort', { short: why.short, resource: names.resource(why.resource) });
    case 'poolEnded':
    case 'seatNotServed':
      return text(`listWhy.${why.kind}`, { type: names.type(why.typeId), ...instead(why.servedBy) });
    case 'allowanceNotServed':
      return text('listWhy.allowanceNotServed', { pool: names.group(why.poolId) });
    case 'draft':
      return text('listWhy.draft', { groups: why.groups });
    case 'invited':
      return text('listWhy.invited');
    case 'request':
      return text(`listWhy.request.${why.request}`, { quantity: why.quantity, type: names.type(why.typeId) });
  }
}
