import { isKeyIntent } from './key-arguments';
import { z } from 'zod';
import { callArguments, is, reference } from './arguments';

/** Acts that are no part of another. A file's signature is looked for where a file is taken in by itself. */
const standAlone: ReadonlySet<string> = new Set(['batch', 'undo', 'account.open', 'grant.accept']);

/** Several intents as one: all or nothing. */
export const batch = {
  name: 'batch',
  args: z.strictObject({ do: z.array(callArguments).min(1).max(100_000) }).superRefine((given, context) => {
    given.do.forEach((call, index) => {
      if (standAlone.has(call.do) || isKeyIntent(call.do))
        context.addIssue({ code: 'custom', path: ['do', index, 'do'], message: is('notInABatch') });
    });
  }),
} as const;

/** Takes back what a commit changed, on top of the present. */
export const undo = { name: 'undo', args: z.strictObject({ commit: reference }) } as const;
