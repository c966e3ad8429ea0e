import { z } from 'zod';
import { isDay } from '../kernel/day';
import { isSealKey, isSigningKey, noncePattern, signaturePattern } from '../kernel/keys';
import type { Problem } from '../rules/problems';

function is(problem: Problem): Problem {
  return problem;
}

const key = z.string().refine(isSigningKey, is('notAKey'));
const sealKey = z.string().refine(isSealKey, is('notAKey'));
const proof = z.string().regex(signaturePattern, is('notAKey'));
/** The key that signed a file between two ledgers, and its signature. */
export const fileKey = key;
export const fileSignature = proof;
const recovery = z.strictObject({ key, sealKey });
const reference = z.string().min(1).max(200);
const seq = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = z.string().regex(/^[0-9a-f]{64}$/, is('notDigits'));
const computerName = z.string().min(1).max(200);

/** Arguments of the acts about keys. Keys are public halves in hexadecimal digits. */
export const keyArguments = {
  'account.protect': z.strictObject({
    ownerKey: key,
    sealKey,
    name: computerName,
    nonce: z.string().regex(noncePattern, is('notDigits')),
    recovery: recovery.optional(),
  }),
  'keys.enable': z.strictObject({
    ownerKey: key,
    sealKey,
    name: computerName,
    recovery: recovery.optional(),
    keys: z
      .array(z.strictObject({ userId: reference, key, sealKey, name: computerName }))
      .max(1000)
      .optional(),
    seq,
    hash,
  }),
  'key.invite': z.strictObject({
    userId: reference,
    inviteKey: key,
    sealKey,
    until: z.string().refine(isDay, is('notADay')).optional(),
  }),
  'key.accept': z.strictObject({ inviteKey: key, key, sealKey, name: computerName, proof }),
  'key.certify': z.strictObject({ userId: reference, key, sealKey, name: computerName }),
  'key.rotate': z.strictObject({ key: reference, newKey: key, sealKey, proof }),
  'key.revoke': z.strictObject({ key: reference, since: seq.optional() }),
} as const;

/** Tells whether an act is about keys: it stands alone, and nothing takes it back. */
export function isKeyIntent(name: string): boolean {
  return Object.hasOwn(keyArguments, name);
}
