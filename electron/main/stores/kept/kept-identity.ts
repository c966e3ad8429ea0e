import type { Abort } from '#core/ledger/store';
import { neverAborted } from '../abort';
import { FolderCarrier } from './folder-carrier';
import type { KeptCarrier } from './kept-carrier';

/** The format that tells a program which only knows exclusive folders to keep its hands off. */
const keptIdentityFormat = 2;
export const identityFile = 'ledger.json';
const maxIdentityBytes = 64 * 1024;

/** Identity of the folder as its `ledger.json` says it. */
export type FolderIdentity =
  | { readonly kind: 'none' }
  | { readonly kind: 'exclusive'; readonly ledger: string | null }
  | { readonly kind: 'kept'; readonly ledger: string }
  /** Not whole yet, or not JSON. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer'; readonly format: number };

/** Reads what a place says of itself. */
export async function readIdentity(carrier: KeptCarrier, signal: Abort): Promise<FolderIdentity> {
  const file = await carrier.read(identityFile, null, signal);
  if (file === null) return { kind: 'none' };
  return file.bytes.length > maxIdentityBytes
    ? { kind: 'unreadable' }
    : identityOf(Buffer.from(file.bytes).toString('utf8'));
}

export function readFolderIdentity(root: string): Promise<FolderIdentity> {
  return readIdentity(new FolderCarrier(root), neverAborted);
}

/** Reads the text of `ledger.json`. */
export function identityOf(text: string): FolderIdentity {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const { format, kind, ledger } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (format === 1) return { kind: 'exclusive', ledger: typeof ledger === 'string' ? ledger : null };
  if (typeof format === 'number' && format > keptIdentityFormat) return { kind: 'newer', format };
  return format === keptIdentityFormat && kind === 'kept' && typeof ledger === 'string' && ledger !== ''
    ? { kind: 'kept', ledger }
    : { kind: 'unreadable' };
}

/** The bytes by which a place says that it only carries files. Every computer writes the same, so that it does not matter whose copy wins. */
export function keptIdentity(ledger: string): Uint8Array {
  return Buffer.from(`${JSON.stringify({ format: keptIdentityFormat, kind: 'kept', ledger })}\n`);
}
