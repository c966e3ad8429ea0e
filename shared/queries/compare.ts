import { z } from 'zod';
import { addDays, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { IntentCall } from '../intents/commit-history';
import { catalogueOf } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { LicenseTypeId } from '../model/vocabulary';
import { allocatedOutUnits, assignedSeats, nominalUnits } from '../rules/pools';
import { refuse, type Refusal } from '../rules/refusals';
import { costsOf } from './cost';
import { day, defineQuery, id } from './query';
import type { Question, TriedOutcome } from './question';
import { differences, standings, type Standing, type WhatIfPerson } from './what-if';

/** One of two states side by side. */
export interface ComparedSide {
  /** What would come of its acts; done where there are none. */
  readonly outcome: TriedOutcome;
  readonly people: number;
  /** Units of the root's pool. */
  readonly licenses: { readonly [T in LicenseTypeId]?: { readonly nominal: number; readonly used: number } };
  /** What the year from the day on costs, in whole cents. */
  readonly cost: number;
  readonly ends: readonly {
    readonly day: Day;
    readonly blockId: string;
    readonly groupId: string;
    readonly typeId: LicenseTypeId;
  }[];
}

export interface CompareAnswer {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Everybody who has something else on the right. */
  readonly people: readonly WhatIfPerson[];
}

const call = z.strictObject({ do: z.string(), args: z.unknown() });

/**
 * Two states side by side as of a day: today's (or that of the plan `with`), and that of a plan or of acts that are given.
 * Changes nothing.
 */
export const compareQuery = defineQuery({
  name: 'compare',
  args: z.strictObject({
    planId: id.optional(),
    do: z.array(call).min(1).max(1_000).optional(),
    with: id.optional(),
    on: day.optional(),
  }),
  exists: (view, args) => [...planExists(view, args.planId), ...planExists(view, args.with)],
  needs: (view) => ({ right: 'read', at: view.account.rootId }),
  answer: (question, args): CompareAnswer => {
    const on = args.on ?? question.day;
    const planned = args.planId === undefined ? [] : actsOf(question.model, args.planId);
    const given = (args.do ?? []).map((one) => ({ do: one.do, args: one.args }));
    const left = sideOf(question, args.with === undefined ? [] : actsOf(question.model, args.with), on);
    const right = sideOf(question, [...planned, ...given], on);
    return { left: left.side, right: right.side, people: differences(left.standings, right.standings) };
  },
});

function planExists(view: View, planId: string | undefined): readonly Refusal[] {
  return planId === undefined || view.row('plans', planId) !== undefined
    ? []
    : [refuse('NOT_FOUND', { kind: 'plan', id: planId })];
}

function actsOf(view: View, planId: string): readonly IntentCall[] {
  return view.row('plans', planId)?.do.map((one) => ({ do: one.do, args: one.args })) ?? [];
}

interface Looked {
  readonly side: ComparedSide;
  readonly standings: ReadonlyMap<string, Standing>;
}

function sideOf(question: Question, acts: readonly IntentCall[], on: Day): Looked {
  const look = (view: View, outcome: TriedOutcome): Looked => ({
    side: { outcome, ...figuresOf(view, on) },
    standings: standings(view, on),
  });
  if (acts.length === 0) return look(question.model, { ok: true, warnings: [] });
  const tried = question.tryOn({ do: 'batch', args: { do: acts } }, {}, (after) =>
    look(after, { ok: true, warnings: [] }),
  );
  if (!tried.ok) return look(question.model, { ok: false, refusals: tried.refusals });
  return { ...tried.seen, side: { ...tried.seen.side, outcome: { ok: true, warnings: tried.warnings } } };
}

function figuresOf(view: View, on: Day): Omit<ComparedSide, 'outcome'> {
  const licenses: { [typeId: string]: { nominal: number; used: number } } = {};
  const root = view.root.id;
  for (const { id: typeId } of catalogueOf(view).types) {
    const nominal = nominalUnits(view, root, typeId, on);
    const used = allocatedOutUnits(view, root, typeId, on) + assignedSeats(view, root, typeId, on);
    if (nominal !== 0 || used !== 0) licenses[typeId] = { nominal, used };
  }
  const ends = [...view.rows('blocks')].flatMap(({ id: blockId, groupId, typeId, validUntil }) =>
    validUntil !== null && validUntil >= on ? [{ day: validUntil, blockId, groupId, typeId }] : [],
  );
  return {
    people: [...view.rows('users')].filter(({ lifecycle }) => lifecycle !== 'archived').length,
    licenses,
    cost: costsOf(view, on, addDays(on, 364), root, 'type').total,
    ends: ends.sort((one, other) => compareText(one.day, other.day) || compareText(one.blockId, other.blockId)),
  };
}
