import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fromBase32, toBase32 } from '#core/kernel/base32';
import { succeeded } from '#core/kernel/result';
import { hashEntry } from '#core/ledger/encoding';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { secretsFrom, type ComputerSecrets } from './computer-keys';

/**
 * Invitation by which somebody is let in: whose ledger, a head that its place must hold, and a secret that counts once.
 * `place` is where it lies, for people; a folder may be somewhere else for the newcomer.
 */
export interface Invitation {
  readonly ledger: string;
  readonly head: { readonly seq: number; readonly hash: string };
  /** 32 bytes in hex. */
  readonly secret: string;
  readonly place?: string | undefined;
}

const start = 'TRELLIS2';
const checkLetters = 7;
const shape = z.strictObject({
  l: z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/),
  s: z.int().min(0),
  h: z.string().regex(/^([0-9a-f]{64})?$/),
  k: z.string().regex(/^[0-9a-f]{64}$/),
  p: z.string().max(500).optional(),
});

/** A new one-time secret. */
export function makeInvitationSecret(): string {
  return randomBytes(32).toString('hex');
}

export function invitationSecrets(invitation: Pick<Invitation, 'secret'>): ComputerSecrets {
  return secretsFrom(Buffer.from(invitation.secret, 'hex'), 'invitation');
}

/** An invitation as one text of capital letters and digits: for a mail, a file, and a small QR code. */
export function invitationText({ ledger, head, secret, place }: Invitation): string {
  const body = JSON.stringify({
    l: ledger,
    s: head.seq,
    h: head.hash,
    k: secret,
    ...(place === undefined ? {} : { p: place }),
  });
  const letters = toBase32(Buffer.from(body, 'utf8')).toUpperCase();
  return `${start}${letters}${check(letters)}`;
}

function check(letters: string): string {
  return toBase32(createHash('sha256').update(start).update(letters).digest()).slice(0, checkLetters).toUpperCase();
}

/** Reads an invitation, with whatever breaks and spaces a mail put into it; `null` where it is none or has been cut off. */
export function readInvitation(text: string): Invitation | null {
  const joined = text.replace(/\s+/g, '').toUpperCase();
  if (!joined.startsWith(start)) return null;
  const letters = joined.slice(start.length, -checkLetters);
  if (check(letters) !== joined.slice(-checkLetters)) return null;
  const bytes = fromBase32(letters);
  if (bytes === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) return null;
  const { l, s, h, k, p } = parsed.data;
  return { ledger: l, head: { seq: s, hash: h }, secret: k, ...(p === undefined ? {} : { place: p }) };
}

/**
 * Tells whether a place holds the head that an invitation names. Where it does not, it was put back to an older copy, or another history was
 * put in its place: whoever joins must not go on.
 */
export async function holdsHead(
  store: LedgerStore,
  { head }: Pick<Invitation, 'head'>,
  signal: Abort,
): Promise<StoreResult<boolean>> {
  if (head.seq === 0) return succeeded(true);
  const page = await store.read(head.seq - 1, { entries: 1, bytes: 1 }, signal);
  if (!page.ok) return page;
  const [entry] = page.value.entries;
  return succeeded(entry !== undefined && hashEntry(entry) === head.hash);
}
