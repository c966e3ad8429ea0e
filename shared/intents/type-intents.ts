import { z } from 'zod';
import { catalogueOf, vendorType } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { TypeRow } from '../model/rows';
import { licenseModes } from '../model/vocabulary';
import { permit } from '../rules/permission';
import type { Bounds, Problem } from '../rules/problems';
import type { Refusal } from '../rules/refusals';
import { refuseStale } from '../rules/stale';
import { usesOfType } from '../rules/types-in-use';
import { features, name, ownTypeId, reference, resources, typeId, update, whole } from './arguments';
import { defineIntent, defined, invalid, mustBeNew, mustExist, mustKnowTypes } from './definition';

/** The higher the rank, the more a type gives; those of the vendors are from 10 to 40. */
const rank = whole.max(1_000);
const typeFields = {
  name,
  mode: z.enum(licenseModes),
  unit: resources,
  features,
  rank,
  fallsBackTo: typeId.nullable(),
};

function breaks(path: string, problem: Problem, bounds: Bounds = {}): Refusal {
  return invalid(path, problem, bounds, 'D14');
}

const trialRank = vendorType('link.trial')?.rank ?? 0;

/** What is wrong with a type of one's own as it would be. */
function refuseType(view: View, type: Omit<TypeRow, 'retired'>, path = ''): readonly Refusal[] {
  const next = type.fallsBackTo === null ? undefined : catalogueOf(view).find(type.fallsBackTo);
  return [
    ...(type.mode === 'seat' && Object.keys(type.unit).length > 0 ? [breaks(`${path}unit`, 'seatsGiveNothing')] : []),
    // While there is a trial it serves everywhere (D2): nothing that feeds pools ranks as high.
    ...(type.mode === 'quota' && type.rank >= trialRank
      ? [breaks(`${path}rank`, 'tooLarge', { most: trialRank - 1 })]
      : []),
    ...(next !== undefined && next.mode !== type.mode ? [breaks(`${path}fallsBackTo`, 'fallbackOtherMode')] : []),
    ...(next?.mode === type.mode && next.rank >= type.rank
      ? [breaks(`${path}fallsBackTo`, 'fallbackNotBelow', { most: next.rank })]
      : []),
  ];
}

/** Types that fall back to this one have to stay above it, and of its mode. */
function refuseForThoseAbove(view: View, type: Omit<TypeRow, 'retired'>): readonly Refusal[] {
  const above = view.ownTypes().filter(({ fallsBackTo }) => fallsBackTo === type.id);
  return [
    ...(above.some(({ mode }) => mode !== type.mode) ? [breaks('set.mode', 'fallbackOtherMode')] : []),
    ...(above.some((one) => one.rank <= type.rank)
      ? [breaks('set.rank', 'fallbackNotBelow', { most: Math.min(...above.map((one) => one.rank)) })]
      : []),
  ];
}

const given = z.strictObject({
  id: ownTypeId,
  name,
  mode: z.enum(licenseModes),
  unit: resources.optional(),
  features: features.optional(),
  rank,
  fallsBackTo: typeId.nullable().optional(),
});

/** Adds a license type of one's own to the catalogue: how it counts, what it gives, what it falls back to. */
export const addType = defineIntent({
  name: 'catalogue.addType',
  since: 2,
  args: given,
  exists: (view, args) => [...mustBeNew(view, args.id), ...mustKnowTypes(view, args.fallsBackTo ?? undefined)],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: (view, args) => refuseType(view, typeOf(args)),
  make(act, args) {
    act.put('types', { ...typeOf(args), retired: false });
  },
});

function typeOf(args: z.output<typeof given>): Omit<TypeRow, 'retired'> {
  return {
    id: args.id,
    name: args.name,
    mode: args.mode,
    unit: args.unit ?? {},
    features: args.features ?? [],
    rank: args.rank,
    fallsBackTo: args.fallsBackTo ?? null,
  };
}

/** A type that is known to exist. */
function rowOf(view: View, id: string): TypeRow {
  const row = view.row('types', id);
  if (row === undefined) throw new Error(`no license type ${id}`);
  return row;
}

/** Changes a type of one's own; one that is in use keeps its mode. */
export const updateType = defineIntent({
  name: 'catalogue.updateType',
  since: 2,
  args: update(typeFields, { typeId: reference }),
  exists: (view, args) => [
    ...mustExist(view, 'type', args.typeId),
    ...mustKnowTypes(view, args.set.fallsBackTo ?? undefined),
  ],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits(view, args) {
    const row = rowOf(view, args.typeId);
    const changed = { ...row, ...defined(args.set) };
    const uses = changed.mode === row.mode ? 0 : usesOfType(view, row.id).length;
    return [
      ...(uses > 0 ? [breaks('set.mode', 'typeInUse', { uses })] : []),
      ...refuseType(view, changed, 'set.'),
      ...refuseForThoseAbove(view, changed),
      ...refuseStale({ ...row }, args.set, args.was),
    ];
  },
  make(act, args) {
    act.update('types', args.typeId, defined(args.set));
  },
});

/** Takes a type of one's own from what can be bought, or offers it again; what there is of it goes on until it ends. */
export const retireType = defineIntent({
  name: 'catalogue.retireType',
  since: 2,
  args: z.strictObject({ typeId: reference, retired: z.boolean().optional() }),
  exists: (view, args) => mustExist(view, 'type', args.typeId),
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: () => [],
  make(act, args) {
    act.update('types', args.typeId, { retired: args.retired ?? true });
  },
});
