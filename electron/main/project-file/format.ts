import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A project file (`.trellis`): a ZIP with the parts below, and in its comment the SHA-256 of every byte before the comment, so that
 * whatever was changed on the way is noticed. The manifest holds the SHA-256 of each part, so that the part can be named.
 *
 * | part | what |
 * |---|---|
 * | `manifest.json` | `Manifest` |
 * | `ledger.jsonl` | of a whole account: its commits as they are stored, a line each |
 * | `waiting.jsonl` | of a whole account: its acts that wait for their place, a line each; since format 2 |
 * | `beginning.trlk` | of a whole account whose history was made shorter: the checkpoint with which it begins; since format 4 |
 * | `view.json` | of one group: what can be read of it, without history; it cannot be merged |
 * | `sealed.json` | instead of all others: a whole project file, encrypted with a passphrase; since format 3 |
 */
export const formatVersion = 4;
export const manifestName = 'manifest.json';
export const partNames = ['ledger.jsonl', 'waiting.jsonl', 'beginning.trlk', 'view.json', 'sealed.json'] as const;
export type PartName = (typeof partNames)[number];

/** The first format that knows each part: a program that does not know it must not open a file as if it were not there. */
export const formatOf: { readonly [N in PartName]: number } = {
  'ledger.jsonl': 1,
  'view.json': 1,
  'waiting.jsonl': 2,
  'sealed.json': 3,
  'beginning.trlk': 4,
};

/** Letters of the seal at the end of the file: a SHA-256 in hexadecimal digits. */
export const sealLength = 64;
/** Larger files are refused before anything of them is unpacked. */
export const largestFile = 256 * 1024 * 1024;
export const largestUnpacked = 1024 * 1024 * 1024;

const head = z.object({ seq: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Read leniently: a newer version may say more. */
export const manifestShape = z.object({
  format: z.number().int().positive(),
  kind: z.enum(['account', 'view']),
  ledger: z.string().min(1).max(200),
  name: z.string().max(200),
  head: head.nullable(),
  parts: z
    .array(z.object({ name: z.string().max(100), bytes: z.number().int().nonnegative(), sha256: z.string() }))
    .max(20),
});
export type Manifest = z.infer<typeof manifestShape>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
