import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

type Hashing = (bytes: Uint8Array) => string;

let hashing: Hashing = (bytes) => bytesToHex(sha256(bytes));

/** Lets the platform hash, where it can do so at once: every reader hashes every commit, and a platform is several times as fast. */
export function hashBy(platform: Hashing): void {
  hashing = platform;
}

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return hashing(bytes);
}

/** UTF-8 bytes of a text. */
export function textToBytes(text: string): Uint8Array {
  return utf8ToBytes(text);
}
