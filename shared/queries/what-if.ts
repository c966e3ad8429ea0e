import type { Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import { execute, type IntentCall } from '../intents/execute';
import type { Model } from '../model/model';
import type { Feature, LicenseTypeId } from '../model/vocabulary';
import { Evaluation } from '../rules/evaluation';
import { featuresOf, standingOf, type UserStatus } from '../rules/user-status';
import type { WhatIfAnswer, WhatIfPerson } from './answers';
import type { Question } from './scope';

interface Standing {
  readonly status: UserStatus;
  readonly typeId: LicenseTypeId | null;
  readonly features: readonly Feature[];
}

/**
 * Applies acts to a copy and lists, as of a day, who has something else than without them. Changes nothing.
 * The acts are judged as of the question's own day; the day they are looked at may be a later one.
 */
export function whatIfAnswer(question: Question, calls: readonly IntentCall[], lookedAt: Day): WhatIfAnswer {
  const { model, source, day, by } = question;
  const before = standings(model, lookedAt);
  const mark = model.mark();
  const result = execute(
    model,
    source.history,
    { do: 'batch', args: { do: calls } },
    { by, day, commit: 'what-if', seq: source.history.all().length + 1 },
    { warn: true },
  );
  if (!result.ok) return { outcome: { ok: false, refusals: result.refusals }, people: [] };
  try {
    return {
      outcome: { ok: true, warnings: result.warnings },
      people: differences(model, before, standings(model, lookedAt)),
    };
  } finally {
    model.rollback(mark);
  }
}

function standings(model: Model, day: Day): ReadonlyMap<string, Standing> {
  const evaluation = new Evaluation(model, day);
  const found = new Map<string, Standing>();
  for (const user of model.rows('users')) {
    const standing = standingOf(evaluation, user);
    found.set(user.id, {
      status: standing.status,
      typeId: standing.typeId,
      features: featuresOf(evaluation, user, standing),
    });
  }
  return found;
}

const nothing: Standing = { status: 'none', typeId: null, features: [] };

function differences(
  model: Model,
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
      name: model.row('users', userId)?.name ?? '',
      removed: !after.has(userId),
      before: { status: was.status, typeId: was.typeId },
      after: { status: is.status, typeId: is.typeId },
      lost,
      gained,
    });
  }
  return people.sort((one, other) => compareText(one.name, other.name) || compareText(one.userId, other.userId));
}
