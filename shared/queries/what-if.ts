import type { Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { IntentCall } from '../intents/commit-history';
import type { View } from '../model/model';
import type { Feature, LicenseTypeId } from '../model/vocabulary';
import { Evaluation } from '../rules/evaluation';
import { featuresOf, standingOf, type UserStatus } from '../rules/user-status';
import { z } from 'zod';
import { day, defineQuery } from './query';
import type { Question, TriedOutcome } from './question';

/** Somebody who has something else than without the acts of a what-if. */
export interface WhatIfPerson {
  readonly userId: string;
  readonly name: string;
  /** The acts remove this person. */
  readonly removed: boolean;
  readonly before: { readonly status: UserStatus; readonly typeId: LicenseTypeId | null };
  readonly after: { readonly status: UserStatus; readonly typeId: LicenseTypeId | null };
  readonly lost: readonly Feature[];
  readonly gained: readonly Feature[];
}

export interface WhatIfAnswer {
  readonly outcome: TriedOutcome;
  readonly people: readonly WhatIfPerson[];
}

/** Acts applied to a copy: who loses or gains what on a day (today where none is named). */
export const whatIfQuery = defineQuery({
  name: 'whatIf',
  args: z.strictObject({
    do: z
      .array(z.strictObject({ do: z.string(), args: z.unknown() }))
      .min(1)
      .max(1000),
    on: day.optional(),
  }),
  needs: (view) => ({ right: 'read', at: view.account.rootId }),
  answer: (question, { do: calls, on }) => whatIfAnswer(question, calls, on ?? question.day),
});

/** Standing of somebody on a day. */
export interface Standing {
  readonly name: string;
  readonly status: UserStatus;
  readonly typeId: LicenseTypeId | null;
  readonly features: readonly Feature[];
}

/**
 * Applies acts to a copy and lists, as of a day, who has something else than without them. Changes nothing.
 * The acts are judged as of the question's own day; the day they are looked at may be a later one.
 */
function whatIfAnswer(question: Question, calls: readonly IntentCall[], lookedAt: Day): WhatIfAnswer {
  const before = standings(question.model, lookedAt);
  const tried = question.tryOn({ do: 'batch', args: { do: calls } }, {}, (after) =>
    differences(before, standings(after, lookedAt)),
  );
  return tried.ok
    ? { outcome: { ok: true, warnings: tried.warnings }, people: tried.seen }
    : { outcome: { ok: false, refusals: tried.refusals }, people: [] };
}

/** Standings of everybody on a day. */
export function standings(view: View, day: Day): ReadonlyMap<string, Standing> {
  const evaluation = new Evaluation(view, day);
  const found = new Map<string, Standing>();
  for (const user of view.rows('users')) {
    const standing = standingOf(evaluation, user);
    found.set(user.id, {
      name: user.name,
      status: standing.status,
      typeId: standing.typeId,
      features: featuresOf(evaluation, user, standing),
    });
  }
  return found;
}

const nothing: Standing = { name: '', status: 'none', typeId: null, features: [] };

/** Everybody who has something else in one state than in another, by name. */
export function differences(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
): readonly WhatIfPerson[] {
  const people: WhatIfPerson[] = [];
  for (const userId of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(userId) ?? nothing;
    const is = after.get(userId) ?? nothing;
    const lost = was.features.filter((feature) => !is.features.includes(feature));
    const gained = is.features.filter((feature) => !was.features.includes(feature));
    if (was.status === is.status && was.typeId === is.typeId && lost.length === 0 && gained.length === 0) continue;
    people.push({
      userId,
      name: is.name || was.name,
      removed: !after.has(userId),
      before: { status: was.status, typeId: was.typeId },
      after: { status: is.status, typeId: is.typeId },
      lost,
      gained,
    });
  }
  return people.sort((one, other) => compareText(one.name, other.name) || compareText(one.userId, other.userId));
}
