import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { isSealKey, isSigningKey, keyIdOf } from '#core/kernel/keys';

/** Private half of what a computer has in a ledger: one secret to sign with and one to receive with, 32 bytes in hex each. */
export interface ComputerSecrets {
  readonly signing: string;
  readonly sealing: string;
}

/** Public half: what the ledger knows of a computer. */
export interface PublicKeys {
  readonly key: string;
  readonly sealKey: string;
}

// What stands before the 32 bytes of a key in its standard form (RFC 8410).
const privateStart = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' };
const publicStart = { ed25519: '302a300506032b6570032100', x25519: '302a300506032b656e032100' };
type Curve = keyof typeof privateStart;

function privateKey(curve: Curve, secret: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(privateStart[curve] + secret, 'hex'), format: 'der', type: 'pkcs8' });
}

function publicKey(curve: Curve, key: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicStart[curve] + key, 'hex'), format: 'der', type: 'spki' });
}

function publicHalf(secret: KeyObject): string {
  return createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
}

/** New secrets of a computer. */
export function makeSecrets(): ComputerSecrets {
  return { signing: randomBytes(32).toString('hex'), sealing: randomBytes(32).toString('hex') };
}

/** Secrets that follow from 32 bytes: those of the recovery words and of an invitation. */
export function secretsFrom(secret: Uint8Array, purpose: 'recovery' | 'invitation'): ComputerSecrets {
  const derive = (what: string): string =>
    Buffer.from(hkdfSync('sha256', secret, '', `trellis-${purpose}-2 ${what}`, 32)).toString('hex');
  return { signing: derive('sign'), sealing: derive('seal') };
}

/** A computer's keys in use: what can be done with the secrets, without handing them out. */
export class ComputerKeys {
  readonly public: PublicKeys;
  readonly id: string;
  private readonly signing: KeyObject;
  private readonly sealing: KeyObject;

  constructor(secrets: ComputerSecrets) {
    this.signing = privateKey('ed25519', secrets.signing);
    this.sealing = privateKey('x25519', secrets.sealing);
    this.public = { key: publicHalf(this.signing), sealKey: publicHalf(this.sealing) };
    this.id = keyIdOf(this.public.key);
  }

  sign(text: Uint8Array): string {
    return sign(null, text, this.signing).toString('hex');
  }

  /** Secret that this computer and the owner of another key can work out, and nobody else. */
  agree(otherSealKey: string): Uint8Array {
    return diffieHellman({ privateKey: this.sealing, publicKey: publicKey('x25519', otherSealKey) });
  }
}

/** The same agreement from the side of a secret that is used once. */
export function agreeOnce(otherSealKey: string): { readonly shared: Uint8Array; readonly sealKey: string } {
  if (!isSealKey(otherSealKey)) throw new Error('not a key to seal for');
  const once = privateKey('x25519', randomBytes(32).toString('hex'));
  return {
    shared: diffieHellman({ privateKey: once, publicKey: publicKey('x25519', otherSealKey) }),
    sealKey: publicHalf(once),
  };
}

const knownKeys = new Map<string, KeyObject | null>();
const mostKnownKeys = 10_000;

/** A public key made ready once: making it ready costs as much as checking a signature. `null` where it is no proper key. */
function signingKeyOf(key: string): KeyObject | null {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (knownKeys.size >= mostKnownKeys) knownKeys.clear();
  const made = isSigningKey(key) ? publicKey('ed25519', key) : null;
  knownKeys.set(key, made);
  return made;
}

/** Tells whether a signature is a key's own for a text. */
export function isSignedBy(key: string, text: Uint8Array, signature: string): boolean {
  const ready = signingKeyOf(key);
  return ready !== null && signature.length === 128 && verify(null, text, ready, Buffer.from(signature, 'hex'));
}
