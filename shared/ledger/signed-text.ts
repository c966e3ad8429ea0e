import { textToBytes } from '../kernel/hash';
import { canonicalJson } from '../kernel/json';

/** An act as its computer signs it: what it is, wherever it ends in the ledger and whoever appends it. */
export interface SignedAct {
  readonly ledger: string;
  readonly id: string;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  /** Id of the key that signs. */
  readonly key: string;
  readonly rules: number;
  readonly do: string;
  readonly args: unknown;
  readonly chosen?: unknown;
  readonly basis?: unknown;
}

/** The bytes over which an act is signed. */
export function actText(act: SignedAct): Uint8Array {
  const { ledger, id, day, at, by, key, rules, args, chosen, basis } = act;
  return labelled('trellis-act-2', { ledger, id, day, at, by, key, rules, do: act.do, args, chosen, basis });
}

/** The bytes over which whoever appends signs: by the chain they cover everything before. */
export function appendText(ledger: string, seq: number, hash: string): Uint8Array {
  return labelled('trellis-append-2', { ledger, seq, hash });
}

/** The bytes over which a computer signs what the ledger comes to at a commit: `checkpoint` is the SHA-256 of the checkpoint. */
export function checkpointText(
  ledger: string,
  head: { readonly seq: number; readonly hash: string },
  checkpoint: string,
): Uint8Array {
  return labelled('trellis-checkpoint-2', { ledger, seq: head.seq, hash: head.hash, checkpoint });
}

/** Text that the one-time key of an invitation signs for the newcomer's own key. */
export function acceptText(
  ledger: string,
  given: { readonly inviteKey: string; readonly key: string; readonly sealKey: string; readonly name: string },
): Uint8Array {
  const { inviteKey, key, sealKey, name } = given;
  return labelled('trellis-accept-2', { ledger, inviteKey, key, sealKey, name });
}

/** Text that a new key signs to take the place of another. */
export function rotateText(
  ledger: string,
  given: { readonly key: string; readonly newKey: string; readonly sealKey: string },
): Uint8Array {
  const { key, newKey, sealKey } = given;
  return labelled('trellis-rotate-2', { ledger, key, newKey, sealKey });
}

/** The bytes over which a file between two ledgers is signed: all that it says. */
export function grantText(file: object): Uint8Array {
  return labelled('trellis-grant-2', file);
}

function labelled(label: string, value: object): Uint8Array {
  return textToBytes(`${label}\n${canonicalJson(value)}`);
}
