import type { z } from 'zod';
import { isCanonicalEmail, isCleanLine, isCleanNote } from '../kernel/clean-text';
import { normaliseText } from '../kernel/text';
import type { Problem } from '../rules/problems';
import { newestRules, type RulesVersion } from '../rules/version';

/**
 * Reading of arguments under each version of the rules. Version 1 made texts into what it stored; since version 2 the
 * author's program does that (G5), and what is not clean is refused.
 */

/** Reading is synchronous, so there is only ever one version under which arguments are being read. */
let version: RulesVersion = newestRules;

/** Reads something under a version of the rules. */
export function readUnder<T>(rules: RulesVersion, read: () => T): T {
  const before = version;
  version = rules;
  try {
    return read();
  } finally {
    version = before;
  }
}

/** Tells whether what is read now counts under version 1. */
export function isReadingRules1(): boolean {
  return version === 1;
}

function problem(context: z.RefinementCtx, message: Problem): void {
  context.addIssue({ code: 'custom', message });
}

/** A single-line text. */
export function readLine(text: string, context: z.RefinementCtx): string {
  if (isReadingRules1()) return normaliseText(text);
  if (!isCleanLine(text)) problem(context, 'notClean');
  return text;
}

/** A text whose lines may break. */
export function readNote(text: string, context: z.RefinementCtx): string {
  if (isReadingRules1()) return normaliseText(text);
  if (!isCleanNote(text)) problem(context, 'notClean');
  return text;
}

/** G6: an e-mail address, or nothing. */
export function readEmail(text: string, context: z.RefinementCtx): string {
  const email = readLine(text, context);
  const isRight =
    email === '' ||
    (isReadingRules1() ? /^[^\s@]+@[^\s@]+$/.test(email) : !isCleanLine(email) || isCanonicalEmail(email));
  if (!isRight) problem(context, 'notAnEmail');
  return email;
}

/** G7: a bound that came with version 2. */
export function boundedSince2(most: number): (value: number, context: z.RefinementCtx) => void {
  return (value, context) => {
    if (!isReadingRules1() && value > most)
      context.addIssue({ code: 'custom', message: 'tooLarge' satisfies Problem, params: { most } });
  };
}
