import type { GroupKind } from '../../../../shared/model/rows';
import type { IntentArguments } from '../../../../shared/intents/arguments';

export type Numbering = 'perParent' | 'continuous' | 'floorPrefix';

/** One level of the generator as a person fills it in. */
export interface Level {
  readonly kind: GroupKind;
  readonly count: number | null;
  readonly name: string;
  readonly start: number | null;
  readonly pad: number | null;
  readonly numbering: Numbering;
  /** Numbers separated by commas or spaces. */
  readonly skip: string;
}

type Plan = IntentArguments<'group.generate'>['plan'];

/** What usually stands below a kind, and how often: a start that can be changed. */
const usual: { readonly [K in GroupKind]?: readonly { readonly kind: GroupKind; readonly count: number }[] } = {
  complex: [{ kind: 'building', count: 3 }, { kind: 'entrance', count: 4 }, { kind: 'floor', count: 9 }, { kind: 'apartment', count: 4 }],
  building: [{ kind: 'entrance', count: 4 }, { kind: 'floor', count: 9 }, { kind: 'apartment', count: 4 }],
  entrance: [{ kind: 'floor', count: 9 }, { kind: 'apartment', count: 4 }],
  floor: [{ kind: 'apartment', count: 4 }],
  dealer: [{ kind: 'complex', count: 1 }],
  distributor: [{ kind: 'dealer', count: 2 }],
  office: [{ kind: 'department', count: 4 }],
};

export function newLevel(kind: GroupKind, count: number, nameOf: (kind: GroupKind) => string): Level {
  const isApartment = kind === 'apartment';
  return { kind, count, name: isApartment ? '{n}' : `${nameOf(kind)} {n}`, start: 1, pad: 0, numbering: isApartment ? 'floorPrefix' : 'perParent', skip: '' };
}

export function usualLevels(parentKind: GroupKind, nameOf: (kind: GroupKind) => string): readonly Level[] {
  const levels = usual[parentKind] ?? [{ kind: 'custom' as const, count: 3 }];
  return levels.map(({ kind, count }) => newLevel(kind, count, nameOf));
}

function numbersIn(text: string): number[] {
  return text.split(/[^\d]+/).filter((part) => part !== '').map(Number);
}

/** The plan of the intent; `null` while a level has no count. */
export function planOf(levels: readonly Level[]): Plan | null {
  let plan: Plan | null = null;
  for (const level of [...levels].reverse()) {
    if (level.count === null || level.count < 1) return null;
    plan = {
      kind: level.kind, count: level.count, name: level.name, start: level.start ?? 1, pad: level.pad ?? 0, numbering: level.numbering, skip: numbersIn(level.skip),
      ...(plan === null ? {} : { children: plan }),
    };
  }
  return plan;
}

export function groupsIn(levels: readonly Level[]): number {
  return levels.reduceRight((below, level) => (level.count ?? 0) * (1 + below), 0);
}
