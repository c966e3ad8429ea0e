import type { z } from 'zod';
import { compareText } from '../kernel/text';
import { isIntentName, shapeOf, type IntentName, type ParsedArguments } from './registry';
import { invalid } from './definition';
import { refusePlan } from './group-intents';
import { problemsOfIssue } from '../rules/problem-of-issue';
import { refuse, type Refusal } from '../rules/refusals';

export type Parsed =
  | { readonly ok: true; readonly name: IntentName; readonly args: ParsedArguments<IntentName> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** G1: the name and arguments of an intent, normalised; or everything that is wrong by the arguments alone. */
export function parseIntent(call: { readonly do: string; readonly args: unknown }): Parsed {
  if (!isIntentName(call.do)) return { ok: false, refusals: [{ ...invalid('do', 'noSuchIntent'), intent: call.do }] };
  const result = shapeOf(call.do).safeParse(call.args ?? {}, { reportInput: true });
  if (!result.success) return { ok: false, refusals: sorted(result.error.issues.flatMap(refusalsOf)) };
  const args = result.data as ParsedArguments<IntentName>;
  const refusals = call.do === 'group.generate' ? refusePlan((args as ParsedArguments<'group.generate'>).plan) : [];
  return refusals.length > 0 ? { ok: false, refusals: sorted(refusals) } : { ok: true, name: call.do, args };
}

function refusalsOf(issue: z.core.$ZodIssue): readonly Refusal[] {
  // A name that is no text at all is a missing name.
  if (issue.code === 'invalid_type' && issue.path[issue.path.length - 1] === 'name') return [refuse('NAME_REQUIRED')];
  return problemsOfIssue(issue).map(({ path, problem, bounds }) =>
    problem === 'nameMissing' ? refuse('NAME_REQUIRED') : invalid(path, problem, bounds),
  );
}

/** Refusals as they are reported: by code, then by what they are about. */
export function sorted(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...refusals].sort((one, other) => compareText(one.code, other.code));
}
