import { join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { publishDerived, readFileIfThere } from './folder-files';
import { identityName } from './folder-layout';

/** Version of the way a ledger lies in a folder. */
const folderFormat = 1;
const largestIdentity = 64 * 1024;

/** Reads which ledger the folder says it holds; `null` where it does not say. */
export async function readIdentity(root: string, signal: Abort): Promise<string | null> {
  const bytes = await readFileIfThere(join(root, identityName), signal, largestIdentity);
  if (bytes === null || bytes.length === 0) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new StoreError({
      kind: 'corrupt',
      place: identityName,
      detail: 'The file that says whose ledger this is cannot be read.',
    });
  }
  const { format, ledger } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof format === 'number' && format > folderFormat) throw new StoreError({ kind: 'outdated', rules: format });
  if (typeof ledger !== 'string' || ledger === '') {
    throw new StoreError({
      kind: 'corrupt',
      place: identityName,
      detail: 'The file does not say whose ledger this is.',
    });
  }
  return ledger;
}

export async function writeIdentity(root: string, ledger: string, signal: Abort): Promise<void> {
  const text = `${JSON.stringify({ format: folderFormat, ledger })}\n`;
  await publishDerived(root, root, identityName, Buffer.from(text), signal);
}
