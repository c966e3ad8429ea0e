import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { toBase32 } from './base32';
import { textToBytes } from './hash';

/** Public keys are 32 bytes as 64 lower-case hexadecimal digits. */
export const publicKeyPattern = /^[0-9a-f]{64}$/;
/** Signatures are 64 bytes as 128 lower-case hexadecimal digits. */
export const signaturePattern = /^[0-9a-f]{128}$/;
export const noncePattern = /^[0-9a-f]{32}$/;

/** Short name of a public key: the first 16 bytes of its SHA-256, in base32. A name fits one key only. */
export function keyIdOf(publicKey: string): string {
  return toBase32(sha256(hexToBytes(publicKey)).slice(0, 16));
}

/** Id of a protected ledger. It names the ledger's first key: a history made up by somebody else has another id. */
export function protectedLedgerId(ownerKey: string, nonce: string): string {
  return toBase32(sha256(concatBytes(textToBytes('trellis-ledger-2'), hexToBytes(ownerKey), hexToBytes(nonce))));
}

/** Public keys of small order (masked by their sign bit): signatures under them can be made by anybody. */
const smallSigningKeys: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** The same for keys to receive with: whatever is agreed on with them is known to everybody. */
const smallSealKeys: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** Tells whether a text is a public key to check signatures with. */
export function isSigningKey(text: string): boolean {
  return publicKeyPattern.test(text) && !smallSigningKeys.has(unsigned(text));
}

/** Tells whether a text is a public key to receive with. */
export function isSealKey(text: string): boolean {
  return publicKeyPattern.test(text) && !smallSealKeys.has(unsigned(text));
}

/** The key without the topmost bit, which is a sign (Ed25519) or ignored (X25519). */
function unsigned(key: string): string {
  const last = (Number.parseInt(key.slice(62), 16) & 0x7f).toString(16).padStart(2, '0');
  return key.slice(0, 62) + last;
}
