import { decrypt, encrypt } from './sealing';

const mark = 'trellis-here-2';
const headPattern = new RegExp(`^${mark} ([a-z2-7]{26})\\n`);

function boundTo(ledger: string, epoch: string): string {
  return `${mark}\n${ledger}\n${epoch}`;
}

/** Envelope of a word of a computer on itself. Who it is, it says inside. */
export function sealWord(
  ledger: string,
  { epoch, key }: { readonly epoch: string; readonly key: string },
  word: Uint8Array,
): Uint8Array {
  const sealed = encrypt(Buffer.from(key, 'hex'), word, boundTo(ledger, epoch));
  return Buffer.concat([Buffer.from(`${mark} ${epoch}\n`), sealed]);
}

/** The epoch in which a word was sealed; `null` where it was not. */
export function epochOfWord(word: Uint8Array): string | null {
  return headPattern.exec(Buffer.from(word.subarray(0, 64)).toString('latin1'))?.[1] ?? null;
}

/** The word in an envelope; `null` where it is damaged or was made for another ledger. */
export function openWord(ledger: string, epoch: string, key: Uint8Array, word: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(word);
  const opened = decrypt(key, bytes.subarray(bytes.indexOf(0x0a) + 1), boundTo(ledger, epoch));
  return opened === null ? null : Uint8Array.from(opened);
}
