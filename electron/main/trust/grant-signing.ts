import { open } from 'node:fs/promises';
import { failed, type Result } from '#core/kernel/result';
import {
  largestGrantFile,
  readGrantFile,
  settledLetter,
  writeGrantFile,
  type GrantFileFailure,
  type GrantLetter,
  type SignedLetter,
} from '#core/ledger/grant-file';
import { grantText } from '#core/ledger/signed-text';
import { errorCode } from '../stores/folder/file-failure';
import { isSignedBy, type ComputerKeys } from './computer-keys';
import { sixWords } from './words';

/** A file between two ledgers, signed by a computer of the one that speaks. */
export function signGrantFile(letter: GrantLetter, keys: ComputerKeys): Uint8Array {
  const settled = settledLetter(letter);
  return writeGrantFile({ letter: settled, key: keys.public.key, sig: keys.sign(grantText(settled)) });
}

/** Reads such a file, and checks that it is as it was signed. Whose the key is, it cannot tell. */
export function openGrantFile(bytes: Uint8Array): Result<SignedLetter, GrantFileFailure> {
  return readGrantFile(bytes, (letter, key, sig) => isSignedBy(key, grantText(letter), sig));
}

/** Reads the file that somebody chose, no more of it than such a file can have. */
export async function openGrantFileAt(
  file: string,
): Promise<Result<SignedLetter, GrantFileFailure | { readonly kind: 'unreadable'; readonly detail: string }>> {
  try {
    const handle = await open(file, 'r');
    try {
      const buffer = Buffer.alloc(largestGrantFile + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      return openGrantFile(buffer.subarray(0, length));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return failed({ kind: 'unreadable', detail: errorCode(error) });
  }
}

/** Six words for a computer of a ledger, as both sides of a grant see them: whoever compares them knows whose the file is. */
export function grantWords(ledger: string, key: string): readonly string[] {
  return sixWords('grant', ledger, key);
}
