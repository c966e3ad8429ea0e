import { z } from 'zod';
import type { ExportFailure } from './export-channels';
import { channel } from './channel';

/** Ways to keep what goes to a mail server from others: `tls` from the first byte, `startTls` after a greeting, `none` not at all. */
export const mailSecurities = ['tls', 'startTls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** Server that takes mail (SMTP), and in whose name. It holds no password. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Name to sign in with; empty where the server asks for none. */
  readonly user: string;
  /** Address that mail comes from. */
  readonly from: string;
}

/**
 * Reasons why a letter did not go. `unsure`: the server got it and did not answer, so that it may have gone and is not sent again.
 * All others: it surely did not. `refused` by the server for good, `later` for the moment.
 */
export interface MailFailure {
  readonly kind: 'unreachable' | 'not-encrypted' | 'certificate' | 'sign-in' | 'refused' | 'later' | 'unsure';
  /** As the server or the system said it, in its own language. */
  readonly detail: string;
}

/** Outcome of the last letters. */
export type MailOutcome =
  | { readonly kind: 'sent'; readonly at: number; readonly to: readonly string[] }
  | { readonly kind: 'failed'; readonly at: number; readonly to: readonly string[]; readonly failure: MailFailure };

/** Mail from this installation; kept in its profile, not in the account. */
export interface MailSettings {
  readonly server: MailServer | null;
  readonly isPasswordKnown: boolean;
  /** True where the password is kept beyond the end of the application. */
  readonly isPasswordKept: boolean;
  /** Reminders go by mail to those they are meant for. Never before a person has said so. */
  readonly sendsReminders: boolean;
  readonly last: MailOutcome | null;
}

/** `needs-encryption`: a password would cross the network in the clear. */
export type MailServerFailure = { readonly kind: 'not-an-address' | 'needs-encryption' };
export type MailTryFailure = MailFailure | { readonly kind: 'no-server' };
/** `gone`: nothing is reminded of on that day any more. */
export type MailWriteFailure = ExportFailure | { readonly kind: 'gone' } | { readonly kind: 'no-program' };

const server = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  user: z.string().max(320),
  from: z.string().min(1).max(320),
});

/** Mail: `mail.*`. The password goes to main and never comes back; what is written is put together by main. */
export const mailChannels = {
  'mail.settings': channel<MailSettings>()(z.strictObject({})),
  /** Names the server; `null` forgets it, its password and the wish to send. A password that is left out stays as it is. */
  'mail.setServer': channel<MailSettings, MailServerFailure>()(
    z.strictObject({ server: server.nullable(), password: z.string().max(1_000).optional() }),
  ),
  'mail.sendReminders': channel<MailSettings, { readonly kind: 'no-server' }>()(z.strictObject({ sends: z.boolean() })),
  /** Sends a letter to the address that mail comes from, and answers with it. */
  'mail.try': channel<string, MailTryFailure>()(z.strictObject({})),
  /**
   * Writes about one coming reminder of the open ledger: opened in the person's mail program, or saved as a file that such programs
   * open. Answers `null` where the person cancelled. Nothing is sent by it.
   */
  'mail.write': channel<'opened' | 'saved' | null, MailWriteFailure>()(
    z.strictObject({
      ledger: z.string().min(1).max(200),
      day: z.string().length(10),
      blockId: z.string().min(1).max(200),
      by: z.enum(['program', 'file']),
    }),
  ),
} as const;
