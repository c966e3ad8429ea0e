import type { z } from 'zod';
import { compareText } from '../kernel/text';
import { problemsOfIssue } from '../rules/problem-of-issue';
import { refuse, type Refusal } from '../rules/refusals';
import { newestRules, type RulesVersion } from '../rules/version';
import {
  areRightAsTheyStand,
  intentNamed,
  isIntentName,
  shapeOf,
  type IntentName,
  type ParsedArguments,
} from './registry';
import { invalid } from './definition';
import { refusePlan } from './group-intents';
import { readUnder } from './reading';

export type Parsed =
  | { readonly ok: true; readonly name: IntentName; readonly args: ParsedArguments<IntentName> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** G7: how deep arguments may be nested. */
const maxDepth = 32;

/** G1: the name and arguments of an intent, normalised; or everything that is wrong by the arguments alone. */
export function parseIntent(
  call: { readonly do: string; readonly args: unknown },
  rules: RulesVersion = newestRules,
): Parsed {
  if (!isIntentName(call.do) || rules < (intentNamed(call.do)?.since ?? 1))
    return { ok: false, refusals: [{ ...invalid('do', 'noSuchIntent'), intent: call.do }] };
  const name = call.do;
  if (rules > 1 && isDeeperThan(call.args, maxDepth))
    return { ok: false, refusals: [invalid('', 'tooDeep', { most: maxDepth })] };
  if (rules === newestRules && areRightAsTheyStand(name, call.args))
    return { ok: true, name, args: call.args as ParsedArguments<IntentName> };
  const result = readUnder(rules, () => shapeOf(name).safeParse(call.args ?? {}, { reportInput: true }));
  const newer = rules === 1 ? (intentNamed(name)?.argumentsSince2 ?? []) : [];
  const unknown = newer.filter((path) => has(call.args, path.split('.'))).map((path) => invalid(path, 'unknown'));
  if (!result.success) return { ok: false, refusals: sorted([...result.error.issues.flatMap(refusalsOf), ...unknown]) };
  if (unknown.length > 0) return { ok: false, refusals: sorted(unknown) };
  const args = result.data as ParsedArguments<IntentName>;
  const refusals = name === 'group.generate' ? refusePlan((args as ParsedArguments<'group.generate'>).plan, rules) : [];
  return refusals.length > 0 ? { ok: false, refusals: sorted(refusals) } : { ok: true, name, args };
}

/** Tells whether the arguments of an act are of the shape that its intent declares: only then they can be told in words. */
export function isActAsDeclared(act: { readonly do: string; readonly args: unknown }): boolean {
  return isIntentName(act.do) && !isDeeperThan(act.args, maxDepth) && shapeOf(act.do).safeParse(act.args ?? {}).success;
}

/** Tells whether a JSON value is nested deeper than so many levels; it may be deep beyond measure, and is not followed further. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels <= 0 || (Object.values(value) as readonly unknown[]).some((part) => isDeeperThan(part, levels - 1));
}

/** Tells whether a value has something at a path. */
function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return has((value as { readonly [key: string]: unknown })[key], rest);
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
