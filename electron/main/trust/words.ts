import { createHash, randomBytes } from 'node:crypto';
import list from '../../../resources/words.txt?raw';

/** 2,048 short words, each told from all others by its first four letters: a word stands for eleven bits. */
export const words: readonly string[] = list.trim().split('\n');

const bitsPerWord = 11n;
const recoveryBytes = 32;
const recoveryWordCount = 24;

function wordsOf(value: bigint, count: number): readonly string[] {
  const picked: string[] = [];
  for (let rest = value, index = 0; index < count; index += 1, rest >>= bitsPerWord)
    picked.unshift(words[Number(rest & 2047n)] ?? '');
  return picked;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Six words that two people can compare: 66 bits of a SHA-256 over what both see, under a label for what it is. */
export function sixWords(label: string, ...parts: readonly string[]): readonly string[] {
  const hash = createHash('sha256')
    .update(`trellis-words-2\n${label}\n${parts.join('\n')}\n`)
    .digest();
  return wordsOf(numberOf(hash.subarray(0, 9)) >> 6n, 6);
}

/** A new secret to be printed, as 24 words: 256 bits and eight more by which a misread word is noticed. */
export function makeRecoveryWords(): readonly string[] {
  return recoveryWordsOf(randomBytes(recoveryBytes));
}

/** The words of a secret of 32 bytes. */
export function recoveryWordsOf(secret: Uint8Array): readonly string[] {
  return wordsOf((numberOf(secret) << 8n) | BigInt(checkByte(secret)), recoveryWordCount);
}

function checkByte(secret: Uint8Array): number {
  return createHash('sha256').update(secret).digest()[0] ?? 0;
}

export type RecoveryReading =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly problem: 'count' | 'word' | 'check'; readonly word?: string };

/** Reads printed words again: any case, spaces or line breaks between them, words cut after their fourth letter. */
export function readRecoveryWords(text: string): RecoveryReading {
  const given = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (given.length !== recoveryWordCount) return { ok: false, problem: 'count' };
  let value = 0n;
  for (const word of given) {
    const index = indexOfWord(word);
    if (index < 0) return { ok: false, problem: 'word', word };
    value = (value << bitsPerWord) | BigInt(index);
  }
  const secret = Buffer.from((value >> 8n).toString(16).padStart(recoveryBytes * 2, '0'), 'hex');
  return BigInt(checkByte(secret)) === (value & 255n) ? { ok: true, secret } : { ok: false, problem: 'check' };
}

function indexOfWord(word: string): number {
  const whole = words.indexOf(word);
  return whole >= 0 || word.length < 4 ? whole : words.findIndex((other) => other.startsWith(word.slice(0, 4)));
}
