import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

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

const utf8 = new TextEncoder();

/** UTF-8 bytes of a text. */
export function textToBytes(text: string): Uint8Array {
  return utf8.encode(text);
}

/** The part of the platform's encoder that is used; every environment of ours has it, without any environment's types. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
