import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { PoolAnswer } from '#core/queries/pool';
import { countPlanned } from '#core/rules/generation';
import { countByLevel } from '#core/rules/generation-under';
import type { ActCall, Preview } from '../../data/session';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { unusedInRange } from '../numbers';
import { checkLevels, type Checked } from './generate-check';
import {
  apartmentsIn,
  costsOf,
  filledLines,
  generateCall,
  type LicenseCost,
  type LicenseLine,
} from './generate-licenses';
import {
  countsText,
  levelsForCounts,
  levelsOf,
  nextLevel,
  planOf,
  presetOf,
  usualPreset,
  withFloorWay,
  type FloorWay,
  type Level,
  type PresetName,
} from './generate-levels';
import { typesToGive } from './types-to-give';

/** More groups than this would make typing wait for the rules; names and costs are shown all the same, and the rules are asked when it is done. */
const mostPreviewed = 2_000;
/** The same where groups are made one by one, so that each can be given licenses. */
const mostLicensed = 1_000;

export interface Generation {
  readonly preset: PresetName | null;
  readonly counts: string;
  readonly levels: readonly Level[];
  readonly lines: readonly LicenseLine[];
  readonly pool: PoolAnswer | null;
  readonly costs: readonly LicenseCost[];
  /** Groups in all; `null` while a count is missing. */
  readonly total: number | null;
  /** People that each apartment gets until names are known, how many that are, and the numbers for them where they get some. */
  readonly residents: {
    readonly perApartment: number;
    readonly total: number;
    readonly numbers: readonly string[] | null;
  };
  readonly equipResidents: (isWanted: boolean) => void;
  /** `null` where there are no apartments. */
  readonly setResidents: ((perApartment: number) => void) | null;
  /** How many on each level. */
  readonly perLevel: readonly number[];
  readonly checked: Checked | null;
  /** What the rules say; `null` where they are not asked beforehand. */
  readonly preview: Preview | null;
  readonly call: () => ActCall | null;
  readonly choosePreset: (preset: PresetName) => void;
  readonly typeCounts: (typed: string) => void;
  readonly changeLevel: (index: number, change: Partial<Level>) => void;
  readonly callFloors: (index: number, way: FloorWay) => void;
  readonly addLevel: () => void;
  readonly removeLevel: (index: number) => void;
  readonly setLines: (lines: readonly LicenseLine[]) => void;
  /** It was made: what is filled in next begins anew. */
  readonly forget: () => void;
}

/** A generation under a group while it is being filled in: what would be made, what it costs, and what is wrong. */
export function useGeneration(parentId: string): Generation {
  const rows = useRows();
  const { text } = useText();
  const { today } = useDay();
  const parentKind = rows.row('groups', parentId)?.kind ?? 'custom';
  const nameOf = (kind: Level['kind']): string => text(`kind.${kind}`);
  const { value: levels, ...keptLevels } = useKeptDraft<readonly Level[]>(`levels in ${parentId}`, () =>
    levelsOf(usualPreset(parentKind), parentKind, nameOf),
  );
  const { value: counts, ...keptCounts } = useKeptDraft(`counts in ${parentId}`, () => countsText(levels));
  const known = useRef(levels);
  const [idPrefix] = useState(() => crypto.randomUUID());
  const answer = useAnswer('pool', { groupId: parentId }, today);
  const pool = isRefused(answer) ? null : answer;
  const { value: lines, ...keptLines } = useKeptDraft<readonly LicenseLine[]>(`lines in ${parentId}`, () => {
    const [typeId] = pool === null ? [] : typesToGive(rows, pool);
    return typeId === undefined ? [] : [{ level: 0, typeId, quantity: null }];
  });

  const { value: perApartment, ...keptResidents } = useKeptDraft(`residents in ${parentId}`, 0);
  const { value: isEquipped, ...keptEquipped } = useKeptDraft(`equipped in ${parentId}`, false);
  const ranges = useAnswer('ranges', {});
  const plan = useMemo(() => planOf(levels), [levels]);
  const apartments = plan === null ? 0 : apartmentsIn(plan);
  const wanted = isEquipped ? perApartment * apartments : 0;
  const numbers = useMemo(() => {
    if (!isEquipped) return null;
    const range = isRefused(ranges) ? undefined : ranges.find(({ next }) => next !== null);
    if (range === undefined) return [];
    const used = new Set([...rows.rows('numbers')].flatMap(({ kind, value }) => (kind === 'sip' ? [value] : [])));
    return unusedInRange(range, '', (value) => used.has(value), wanted).map(({ value }) => value);
  }, [isEquipped, ranges, rows, wanted]);
  const placeholders = useMemo(
    () => ({
      perApartment,
      numbers,
      nameOf: (apartment: string, position: number): string =>
        text('generate.residentName', { apartment, position, count: perApartment }),
    }),
    [perApartment, numbers, text],
  );

  const floorNames = useCallback(
    (floor: number): string =>
      floor === 0
        ? text('generate.floor.ground')
        : text(floor < 0 ? 'generate.floor.below' : 'generate.floor.above', { floor: Math.abs(floor) }),
    [text],
  );

  const total = plan === null ? null : countPlanned(plan);
  const shownPlan = useDeferredValue(plan);
  const shownLines = useDeferredValue(lines);
  const checked = useMemo(
    () => (shownPlan === null ? null : checkLevels(rows, parentId, shownPlan, floorNames)),
    [rows, parentId, shownPlan, floorNames],
  );
  const isLicensed = plan !== null && filledLines(lines, levels.length).length > 0;
  const previewed = useMemo(
    () =>
      shownPlan === null ||
      checked?.kind !== 'planned' ||
      countPlanned(shownPlan) >
        (perApartment > 0 || filledLines(shownLines, countByLevel(shownPlan).length).length > 0
          ? mostLicensed
          : mostPreviewed)
        ? null
        : generateCall(rows, parentId, shownPlan, shownLines, idPrefix, placeholders, floorNames),
    [rows, parentId, shownPlan, shownLines, checked, idPrefix, placeholders, perApartment, floorNames],
  );
  const preview = usePreview(previewed);

  function keep(next: readonly Level[]): void {
    // A shorter line of counts may only be on its way to a longer one.
    known.current = next.length >= known.current.length ? next : [...next, ...known.current.slice(next.length)];
    keptLevels.set(next);
  }

  function rewrite(next: readonly Level[]): void {
    known.current = next;
    keptLevels.set(next);
    keptCounts.set(countsText(next));
  }

  return {
    preset: presetOf(levels),
    counts,
    levels,
    lines,
    pool,
    total,
    checked,
    preview,
    residents: { perApartment, total: perApartment * apartments, numbers },
    equipResidents: keptEquipped.set,
    setResidents: apartments === 0 ? null : keptResidents.set,
    setLines: keptLines.set,
    forget() {
      keptLevels.forget();
      keptCounts.forget();
      keptLines.forget();
      keptResidents.forget();
      keptEquipped.forget();
    },
    costs: plan === null || pool === null || !isLicensed ? [] : costsOf(lines, plan, pool),
    perLevel: plan === null ? [] : countByLevel(plan),
    call: () => (plan === null ? null : generateCall(rows, parentId, plan, lines, idPrefix, placeholders, floorNames)),
    choosePreset: (chosen) => rewrite(levelsOf(chosen, parentKind, nameOf)),
    typeCounts(typed) {
      keptCounts.set(typed);
      keep(levelsForCounts(typed, known.current, parentKind, nameOf));
    },
    changeLevel: (index, change) =>
      rewrite(levels.map((level, position) => (position === index ? { ...level, ...change } : level))),
    callFloors: (index, way) => rewrite(withFloorWay(levels, index, way, nameOf)),
    addLevel: () => rewrite([...levels, nextLevel(levels, parentKind, nameOf)]),
    removeLevel: (index) => rewrite(levels.filter((_, position) => position !== index)),
  };
}
