import { isKeyIntent } from './key-arguments';
import { z } from 'zod';
import { callArguments, is, reference } from './arguments';

/** Several intents as one: all or nothing. */
export const batch = {
  name: 'batch',
  args: z.strictObject({ do: z.array(callArguments).min(1).max(100_000) }).superRefine((given, context) => {
    given.do.forEach((call, index) => {
      if (call.do === 'batch' || call.do === 'undo' || call.do === 'account.open' || isKeyIntent(call.do))
        context.addIssue({ code: 'custom', path: ['do', index, 'do'], message: is('notInABatch') });
    });
  }),
} as const;

/** Takes back what a commit changed, on top of the present. */
export const undo = { name: 'undo', args: z.strictObject({ commit: reference }) } as const;
