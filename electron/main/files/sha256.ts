import * as crypto from 'node:crypto';
import { hashBy } from '#core/kernel/hash';

/** Missing in an older Electron. */
const atOnce = (crypto as Partial<Pick<typeof crypto, 'hash'>>).hash;

/** The same as `sha256Hex` of `shared/kernel`, several times as fast: it runs over every entry that is read. */
export function sha256Hex(bytes: Uint8Array): string {
  return atOnce === undefined
    ? crypto.createHash('sha256').update(bytes).digest('hex')
    : atOnce('sha256', bytes, 'hex');
}

/** Lets the whole program hash like that. To be called once, where a program begins. */
export function hashNatively(): void {
  hashBy(sha256Hex);
}
