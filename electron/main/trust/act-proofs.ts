import { keyIdOf, publicKeyPattern } from '#core/kernel/keys';
import type { AppendEvidence, Evidence } from '#core/ledger/admission';
import type { AppendSignature } from '#core/ledger/store';
import { acceptText, actText, appendText, grantText, rotateText, type SignedAct } from '#core/ledger/signed-text';
import { sha256Hex } from '../files/sha256';
import { isSignedBy, isSignedByLater } from './computer-keys';

type Fields = { readonly [field: string]: unknown };

interface ReadAct extends SignedAct {
  readonly seq: number;
  readonly sig: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const signedMark = Buffer.from('"sig":"');

/** Reads an act that bears a signature; `null` for any other, which costs next to nothing. Its shape is checked elsewhere. */
function readSigned(bytes: Uint8Array): ReadAct | null {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(signedMark)) return null;
  try {
    const act = JSON.parse(utf8.decode(bytes)) as ReadAct & { readonly key?: unknown };
    return typeof act.sig === 'string' && typeof act.key === 'string' && typeof act.seq === 'number' ? act : null;
  } catch {
    return null;
  }
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Every public key that an act tells of. */
function* keysToldOf(act: SignedAct): Generator<unknown> {
  const args = asFields(act.args);
  switch (act.do) {
    case 'account.protect':
    case 'keys.enable':
      yield args['ownerKey'];
      yield asFields(args['recovery'])['key'];
      if (Array.isArray(args['keys']))
        for (const given of args['keys'] as readonly unknown[]) yield asFields(given)['key'];
      return;
    case 'key.invite':
      yield args['inviteKey'];
      return;
    case 'key.rotate':
      yield args['newKey'];
      return;
    case 'key.accept':
    case 'key.certify':
      yield args['key'];
  }
}

/**
 * Text that a second key must have signed for an act to be true: the one-time key of an invitation, the key that takes over, or that
 * of another ledger whose file is taken in. A file without a signature is for the rules (D13).
 */
function proofIn(act: SignedAct): { readonly key: string; readonly text: Uint8Array; readonly sig: string } | null {
  const args = asFields(act.args);
  const given = (name: string): string => (typeof args[name] === 'string' ? args[name] : '');
  if (act.do === 'key.accept') {
    const told = { inviteKey: given('inviteKey'), key: given('key'), sealKey: given('sealKey'), name: given('name') };
    return { key: told.inviteKey, text: acceptText(act.ledger, told), sig: given('proof') };
  }
  if (act.do === 'key.rotate') {
    const told = { key: given('key'), newKey: given('newKey'), sealKey: given('sealKey') };
    return { key: told.newKey, text: rotateText(act.ledger, told), sig: given('proof') };
  }
  if (act.do === 'grant.accept' && ('key' in args || 'sig' in args))
    return { key: given('key'), text: grantText(asFields(args['file'])), sig: given('sig') };
  return null;
}

/**
 * Checks the signatures of a ledger's entries, which must be given in order from the first. It knows keys from the acts that tell of
 * them; as a key's id follows from the key, nobody can give it another. Whether a key counts is for the rules.
 */
export class ActProofs {
  private readonly keys = new Map<string, string>();
  private readonly learnt = new Set<string>();

  constructor(private readonly ledger: string) {}

  /** Takes over keys that are known already, so that entries before need not be read again. */
  learn(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.learnt.has(key)) continue;
      this.learnt.add(key);
      this.keys.set(keyIdOf(key), key);
    }
  }

  /** Findings on the signatures of the next entries and appends. */
  async evidenceOf(entries: readonly Uint8Array[], appends: readonly AppendSignature[] | null): Promise<Evidence> {
    const bad: number[] = [];
    const checks: Promise<void>[] = [];
    for (const bytes of entries) {
      const act = readSigned(bytes);
      if (act === null) continue;
      for (const key of keysToldOf(act)) if (typeof key === 'string' && publicKeyPattern.test(key)) this.learn([key]);
      const key = this.keys.get(act.key);
      if (key === undefined) continue;
      const proof = proofIn(act);
      const proofHolds = proof === null || isSignedBy(proof.key, proof.text, proof.sig);
      const text = textOf(act);
      checks.push(
        (text === null || !proofHolds || act.ledger !== this.ledger
          ? Promise.resolve(false)
          : isSignedByLater(key, text, act.sig)
        ).then((isGood) => {
          if (!isGood) bad.push(act.seq);
        }),
      );
    }
    const [judged] = await Promise.all([this.judgeAppends(entries, appends), ...checks]);
    return { bad: bad.sort((one, other) => one - other), appends: judged };
  }

  private async judgeAppends(
    entries: readonly Uint8Array[],
    appends: readonly AppendSignature[] | null,
  ): Promise<readonly AppendEvidence[] | null> {
    if (appends === null) return null;
    const first = entries.length === 0 ? 0 : seqOf(entries[0]);
    return Promise.all(
      appends.map(async ({ last, key, sig }) => {
        const entry = entries[last - first];
        const signer = this.keys.get(key);
        const good =
          entry !== undefined &&
          signer !== undefined &&
          (await isSignedByLater(signer, appendText(this.ledger, last, sha256Hex(entry)), sig));
        return { last, key, good };
      }),
    );
  }
}

function seqOf(bytes: Uint8Array | undefined): number {
  const { seq } = JSON.parse(utf8.decode(bytes)) as { readonly seq: number };
  return seq;
}

/** The text that was signed; `null` where what was written has none (a number that is none, a text broken in the middle). */
function textOf(act: SignedAct): Uint8Array | null {
  try {
    return actText(act);
  } catch {
    return null;
  }
}
