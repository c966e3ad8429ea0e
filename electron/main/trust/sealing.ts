import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { agreeOnce, type ComputerKeys } from './computer-keys';

const nonceBytes = 12;
const tagBytes = 16;

/** Forgotten with the key itself: a locked computer keeps neither. */
const nonceKeys = new WeakMap<Uint8Array, Buffer>();

/** Key from which nonces follow; worked out once for all entries of an append. */
function nonceKeyOf(key: Uint8Array): Buffer {
  const known = nonceKeys.get(key);
  if (known !== undefined) return known;
  const made = Buffer.from(hkdfSync('sha256', key, '', 'trellis-nonce-2', 32));
  nonceKeys.set(key, made);
  return made;
}

/**
 * Encrypts bytes with AES-256-GCM. The nonce follows from the key, the bytes and what they are bound to, so that the same thing at the
 * same place is the same envelope again: a restored place is filled up byte for byte, by whoever does it.
 */
export function encrypt(key: Uint8Array, bytes: Uint8Array, boundTo: string): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(boundTo));
  const nonce = createHmac('sha256', nonceKeyOf(key))
    .update(length)
    .update(boundTo)
    .update(bytes)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes of `encrypt`; `null` where the key is another, the bytes are damaged, or they stand where they do not belong. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, boundTo: string): Uint8Array | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(end));
  try {
    const bytes = decipher.update(sealed.subarray(nonceBytes, end));
    // It adds nothing, and says whether all of it is true.
    decipher.final();
    return bytes;
  } catch {
    return null;
  }
}

function sharedKey(shared: Uint8Array, onceKey: string, sealKey: string, boundTo: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', shared, Buffer.from(onceKey + sealKey, 'hex'), `trellis-seal-2 ${boundTo}`, 32),
  );
}

/** Encrypts bytes for the owner of one key (X25519, HKDF, AES-256-GCM). */
export function sealFor(sealKey: string, bytes: Uint8Array, boundTo: string): Uint8Array {
  const once = agreeOnce(sealKey);
  const key = sharedKey(once.shared, once.sealKey, sealKey, boundTo);
  return Buffer.concat([Buffer.from(once.sealKey, 'hex'), encrypt(key, bytes, boundTo)]);
}

/** Opens what was sealed for a computer; `null` where it was not for it, or was changed. */
export function openSealed(keys: ComputerKeys, sealed: Uint8Array, boundTo: string): Uint8Array | null {
  if (sealed.length < 32 + nonceBytes + tagBytes) return null;
  const onceKey = Buffer.from(sealed.subarray(0, 32)).toString('hex');
  let shared: Uint8Array;
  try {
    shared = keys.agree(onceKey);
  } catch {
    // A key of small order agrees on nothing.
    return null;
  }
  return decrypt(sharedKey(shared, onceKey, keys.public.sealKey, boundTo), sealed.subarray(32), boundTo);
}
