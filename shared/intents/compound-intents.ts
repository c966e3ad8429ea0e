import { isKeyIntent } from './key-arguments';
import { z } from 'zod';
import { isPlain, withLook } from './as-it-stands';
import { callArguments, is, reference } from './arguments';

/** Acts that are no part of another. A file's signature is looked for where a file is taken in by itself. */
const standAlone: ReadonlySet<string> = new Set(['batch', 'undo', 'account.open', 'grant.accept', 'history.shorten']);

function standsAlone(name: string): boolean {
  return standAlone.has(name) || isKeyIntent(name);
}

/** Tells whether a value is an act that may be part of another: a name and arguments, and nothing else. */
function isPart(value: unknown): boolean {
  return (
    isPlain(value) &&
    typeof value['do'] === 'string' &&
    Object.hasOwn(value, 'args') &&
    Object.keys(value).length === 2 &&
    !standsAlone(value['do'])
  );
}

const mostParts = 100_000;

/** Several intents as one: all or nothing. */
export const batch = {
  name: 'batch',
  args: withLook(
    z.strictObject({ do: z.array(callArguments).min(1).max(mostParts) }).superRefine((given, context) => {
      given.do.forEach((call, index) => {
        if (standsAlone(call.do))
          context.addIssue({ code: 'custom', path: ['do', index, 'do'], message: is('notInABatch') });
      });
    }),
    (value) => {
      if (!isPlain(value) || Object.keys(value).length !== 1) return false;
      const parts = value['do'];
      return Array.isArray(parts) && parts.length >= 1 && parts.length <= mostParts && parts.every(isPart);
    },
  ),
} as const;

/** Takes back what a commit changed, on top of the present. */
export const undo = { name: 'undo', args: z.strictObject({ commit: reference }) } as const;
