import type { Day } from '#core/kernel/day';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ForecastEntry } from '#core/queries/forecast';
import type { ShortPool } from '#core/queries/timeline';

type PersonEntry = Extract<ForecastEntry, { readonly kind: 'joins' | 'leaves' }>;
type SeatEntry = Exclude<Extract<ForecastEntry, { readonly userId: string }>, PersonEntry>;
type BlockEntry = Extract<ForecastEntry, { readonly blockId: string }>;
type ResourceEntry = Extract<ForecastEntry, { readonly resource: unknown }>;

/** One line of a day: people to whom the same happens stand together. */
export type ForecastLine =
  | { readonly kind: 'blockStarts' | 'blockEnds'; readonly blockId: string }
  | { readonly kind: 'contractRenews' }
  | { readonly kind: 'joins' | 'leaves'; readonly userIds: readonly string[] }
  | {
      readonly kind: 'seatFallsBack';
      readonly typeId: LicenseTypeId;
      readonly toTypeId: LicenseTypeId;
      readonly userIds: readonly string[];
    }
  | {
      readonly kind: 'seatBlocked' | 'seatRestored';
      readonly typeId: LicenseTypeId;
      readonly userIds: readonly string[];
    }
  | { readonly kind: 'resourceShort'; readonly poolId: string; readonly resource: string; readonly short: number }
  | { readonly kind: 'unitsShort'; readonly poolId: string; readonly typeId: LicenseTypeId; readonly short: number };

export interface ForecastDay {
  readonly day: Day;
  readonly lines: readonly ForecastLine[];
}

/** What ends comes before what begins, and what follows from it for people comes last. */
const order: readonly ForecastLine['kind'][] = [
  'contractRenews',
  'blockEnds',
  'blockStarts',
  'leaves',
  'joins',
  'unitsShort',
  'resourceShort',
  'seatBlocked',
  'seatFallsBack',
  'seatRestored',
];

function isBlock(entry: ForecastEntry): entry is BlockEntry {
  return 'blockId' in entry;
}

function isSeat(entry: ForecastEntry): entry is SeatEntry {
  return 'userId' in entry && 'typeId' in entry;
}

function peopleLines(entries: readonly ForecastEntry[]): readonly ForecastLine[] {
  return (['leaves', 'joins'] as const).flatMap((kind) => {
    const userIds = entries.filter((entry): entry is PersonEntry => entry.kind === kind).map(({ userId }) => userId);
    return userIds.length === 0 ? [] : [{ kind, userIds }];
  });
}

function seatLines(entries: readonly SeatEntry[]): readonly ForecastLine[] {
  const groups = new Map<string, SeatEntry[]>();
  for (const entry of entries) {
    const key = [entry.kind, entry.typeId, entry.kind === 'seatFallsBack' ? entry.toTypeId : ''].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group): readonly ForecastLine[] => {
    const [first] = group;
    if (first === undefined) return [];
    const userIds = group.map(({ userId }) => userId);
    return first.kind === 'seatFallsBack'
      ? [{ kind: first.kind, typeId: first.typeId, toTypeId: first.toTypeId, userIds }]
      : [{ kind: first.kind, typeId: first.typeId, userIds }];
  });
}

/** Sorts what comes by day, in the order of the days. */
export function forecastDays(entries: readonly ForecastEntry[], short: readonly ShortPool[]): readonly ForecastDay[] {
  const days = new Map<Day, { readonly entries: ForecastEntry[]; readonly short: ShortPool[] }>();
  const onDay = (day: Day): { readonly entries: ForecastEntry[]; readonly short: ShortPool[] } => {
    const known = days.get(day) ?? { entries: [], short: [] };
    days.set(day, known);
    return known;
  };
  for (const entry of entries) onDay(entry.day).entries.push(entry);
  for (const pool of short) onDay(pool.day).short.push(pool);
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, of]) => {
      const resources = of.entries.filter((entry): entry is ResourceEntry => 'resource' in entry);
      const lines: readonly ForecastLine[] = [
        ...of.entries.filter(({ kind }) => kind === 'contractRenews').map(() => ({ kind: 'contractRenews' as const })),
        ...of.entries.filter(isBlock).map(({ kind, blockId }) => ({ kind, blockId })),
        ...of.short.map(({ poolId, typeId, short: units }) => ({
          kind: 'unitsShort' as const,
          poolId,
          typeId,
          short: units,
        })),
        ...resources.map(({ kind, poolId, resource, short: amount }) => ({ kind, poolId, resource, short: amount })),
        ...peopleLines(of.entries),
        ...seatLines(of.entries.filter(isSeat)),
      ];
      return { day, lines: [...lines].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)) };
    });
}
