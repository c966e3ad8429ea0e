import { join } from 'node:path';
import { z } from 'zod';
import { isDay, type Day } from '#core/kernel/day';
import { mailSecurities, type MailOutcome, type MailServer } from '#core/ipc/mail-channels';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** Mail of this installation as it is kept, without the password. */
export interface KeptMail {
  readonly server: MailServer | null;
  /** The day on which a person switched on that reminders go by mail; what was due before is sent to nobody. `null`: nobody has. */
  readonly sendsSince: Day | null;
  readonly last: MailOutcome | null;
}

/** Nothing is sent before a person has named a server and switched it on. */
export const noMail: KeptMail = { server: null, sendsSince: null, last: null };

const outcome: z.ZodType<MailOutcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent'), at: z.number(), to: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('failed'),
    at: z.number(),
    to: z.array(z.string()),
    failure: z.strictObject({
      kind: z.enum(['unreachable', 'not-encrypted', 'certificate', 'sign-in', 'refused', 'later', 'unsure']),
      detail: z.string(),
    }),
  }),
]);
const schema: z.ZodType<KeptMail> = z.strictObject({
  server: z
    .strictObject({
      host: z.string(),
      port: z.number(),
      security: z.enum(mailSecurities),
      user: z.string(),
      from: z.string(),
    })
    .nullable(),
  sendsSince: z.string().refine(isDay).nullable(),
  last: outcome.nullable(),
});
const fileName = 'mail.json';

export async function readMail(profile: string): Promise<KeptMail> {
  return (await readJsonFile(join(profile, fileName), schema)) ?? noMail;
}

export function writeMail(profile: string, kept: KeptMail): Promise<void> {
  return writeJsonFile(profile, fileName, kept, { secret: true });
}
