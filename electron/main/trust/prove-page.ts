import { keyIdOf, publicKeyPattern } from '#core/kernel/keys';
import type { AppendEvidence, Evidence } from '#core/ledger/admission';
import type { AppendSignature } from '#core/ledger/store';
import { acceptText, actText, appendText, grantText, rotateText, type SignedAct } from '#core/ledger/signed-text';
import { sha256Hex } from '../files/sha256';
import { isSignedBy } from './computer-keys';

/** Entries of a ledger in their order, with the public keys that are known before them, by their ids. */
export interface PageToProve {
  readonly ledger: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly entries: readonly Uint8Array[];
  readonly appends: readonly AppendSignature[] | null;
  /** Part of its signatures that is checked, where others check the rest; all of them when left out. */
  readonly share?: ShareOfPage;
}

/** Every entry whose index leaves the rest `part` when divided by `of`; the appends belong to part 0. */
export interface ShareOfPage {
  readonly part: number;
  readonly of: number;
}

export interface ProvedPage {
  readonly evidence: Evidence;
  /** Public keys that the entries tell of. */
  readonly told: readonly string[];
}

type Fields = { readonly [field: string]: unknown };

interface ReadAct extends SignedAct {
  readonly seq: number;
  readonly sig: string;
}

/** Signatures that are checked between two rests: some milliseconds' work. */
export const signaturesBetweenRests = 50;

const wholePage: ShareOfPage = { part: 0, of: 1 };
const utf8 = new TextDecoder('utf-8', { fatal: true });
const mark = '"sig":"';
const markBytes = Buffer.from(mark);

/** Tells whether an entry may bear a signature; it costs next to nothing. */
export function looksSigned(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(markBytes);
}

/**
 * Checks the signatures of a page, resting now and then. It knows keys from the acts that tell of them; as a key's id follows from the
 * key, nobody can give it another. Whether a key counts is for the rules.
 */
export function* provePage({
  ledger,
  keys,
  entries,
  appends,
  share = wholePage,
}: PageToProve): Generator<undefined, ProvedPage, void> {
  const known = new Map(keys);
  const told: string[] = [];
  const bad: number[] = [];
  let checked = 0;
  for (const [index, bytes] of entries.entries()) {
    const act = readSigned(bytes);
    if (act === null) continue;
    for (const key of keysToldOf(act)) {
      if (typeof key !== 'string' || !publicKeyPattern.test(key)) continue;
      told.push(key);
      known.set(keyIdOf(key), key);
    }
    const key = known.get(act.key);
    if (key === undefined || index % share.of !== share.part) continue;
    if (act.ledger !== ledger || !isProved(act, key)) bad.push(act.seq);
    checked += 1;
    if (checked % signaturesBetweenRests === 0) yield;
  }
  const judged = appends === null || share.part > 0 ? null : judgeAppends(ledger, known, entries, appends);
  return { evidence: { bad: bad.sort((one, other) => one - other), appends: judged }, told };
}

/** Reads an act that bears a signature; `null` for any other. Its shape is checked elsewhere. */
function readSigned(bytes: Uint8Array): ReadAct | null {
  try {
    const text = utf8.decode(bytes);
    if (!text.includes(mark)) return null;
    const act = JSON.parse(text) as ReadAct & { readonly key?: unknown };
    return typeof act.sig === 'string' && typeof act.key === 'string' && typeof act.seq === 'number' ? act : null;
  } catch {
    return null;
  }
}

function isProved(act: ReadAct, key: string): boolean {
  const proof = proofIn(act);
  if (proof !== null && !isSignedBy(proof.key, proof.text, proof.sig)) return false;
  const text = textOf(act);
  return text !== null && isSignedBy(key, text, act.sig);
}

/** The text that was signed; `null` where what was written has none (a number that is none, a text broken in the middle). */
function textOf(act: SignedAct): Uint8Array | null {
  try {
    return actText(act);
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

function judgeAppends(
  ledger: string,
  keys: ReadonlyMap<string, string>,
  entries: readonly Uint8Array[],
  appends: readonly AppendSignature[],
): readonly AppendEvidence[] {
  const first = entries.length === 0 ? 0 : seqOf(entries[0]);
  return appends.map(({ last, key, sig }) => {
    const entry = entries[last - first];
    const signer = keys.get(key);
    const good =
      entry !== undefined &&
      signer !== undefined &&
      isSignedBy(signer, appendText(ledger, last, sha256Hex(entry)), sig);
    return { last, key, good };
  });
}

function seqOf(bytes: Uint8Array | undefined): number {
  const { seq } = JSON.parse(utf8.decode(bytes)) as { readonly seq: number };
  return seq;
}
