import type { z } from 'zod';
import { isProblem, type Bounds, type Problem } from './problems';

/** One thing that is wrong with arguments, and where. */
export interface ArgumentProblem {
  /** Joined by dots. */
  readonly path: string;
  readonly problem: Problem;
  readonly bounds: Bounds;
}

type Issue = z.core.$ZodIssue;

/** Translates what a schema has found into problems of ours: its own checks name one, those of the library follow from their kind. */
export function problemsOfIssue(issue: Issue): readonly ArgumentProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, problem: 'unknown', bounds: {} }));
  return [{ path, ...named(issue) }];
}

function named(issue: Issue): Pick<ArgumentProblem, 'problem' | 'bounds'> {
  if (isProblem(issue.message))
    return { problem: issue.message, bounds: issue.code === 'custom' ? (issue.params ?? {}) : {} };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { problem: 'missing', bounds: {} };
      return { problem: issue.expected === 'int' ? 'notWhole' : 'wrongKind', bounds: {} };
    case 'too_small':
      if (issue.origin === 'string') return { problem: 'missing', bounds: {} };
      return { problem: issue.origin === 'array' ? 'tooFew' : 'tooSmall', bounds: { least: Number(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'string') return { problem: 'tooLong', bounds: { most: Number(issue.maximum) } };
      return { problem: issue.origin === 'array' ? 'tooMany' : 'tooLarge', bounds: { most: Number(issue.maximum) } };
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { problem: 'notAChoice', bounds: {} };
    // No schema of ours leads here: each of its own checks names its problem.
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { problem: 'wrongForm', bounds: {} };
  }
}
