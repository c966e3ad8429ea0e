import { keyIdOf } from '../kernel/keys';
import type { View } from '../model/model';
import { isProtected, mayRecover } from '../rules/keys';
import { refuse, type Refusal } from '../rules/refusals';

/**
 * Findings about the signatures of a page of entries, by whoever can check them. It says only whether a signature is its
 * key's own; whether that key counts is decided here, on the state before the act, so that all readers agree.
 */
export interface Evidence {
  /** Places of acts whose signature, or the proof of a key in their arguments, is not their key's own. */
  readonly bad: readonly number[];
  /** The appends that end in this page, in order; `null` where entries do not come from a place. */
  readonly appends: readonly AppendEvidence[] | null;
}

export interface AppendEvidence {
  /** Place of its last entry. */
  readonly last: number;
  /** Id of the key that signed the append; empty where none did. */
  readonly key: string;
  readonly good: boolean;
}

/** Part of an act that admission looks at. */
export interface ActToAdmit {
  readonly seq: number;
  readonly do: string;
  readonly args: unknown;
  readonly by: string;
  readonly key?: string | undefined;
  readonly sig?: string | undefined;
}

/** S1 to S4: why an act does not count although the rules might allow it, judged on the state before it. */
export function refuseUnproved(view: View, act: ActToAdmit, evidence: Evidence | null): readonly Refusal[] {
  const own = ownKeyOf(act);
  if (!isProtected(view) && (own === undefined || act.do === 'key.accept')) return [];
  const { key, sig, by } = act;
  if (key === undefined || sig === undefined) return [refuse('UNSIGNED', { by })];
  const admission = refuseUnadmitted(view, act, key, own);
  const isKnown = own === key || view.row('computers', key) !== undefined || isRecovery(view, key);
  if (isKnown && (evidence === null || evidence.bad.includes(act.seq))) return [refuse('BAD_SIGNATURE', { by, key })];
  return admission;
}

/** S3 and S4, for an act that is about to be done: whether this computer counts, and for this person. */
export function refuseUnadmitted(
  view: View,
  act: Pick<ActToAdmit, 'do' | 'args' | 'by'>,
  key: string,
  own: string | undefined = ownKeyOf(act),
): readonly Refusal[] {
  const { by } = act;
  // An act that brings its key along proves it itself.
  if (own !== undefined) return own === key ? [] : [refuse('NOT_ADMITTED', { key, by, reason: 'unknown' })];
  if (isRecovery(view, key))
    return mayRecover(view, act) ? [] : [refuse('NOT_ADMITTED', { key, by, reason: 'recovery' })];
  const computer = view.row('computers', key);
  if (computer === undefined) return [refuse('NOT_ADMITTED', { key, by, reason: 'unknown' })];
  if (computer.revoked !== null) return [refuse('NOT_ADMITTED', { key, by, reason: 'revoked' })];
  return computer.userId === by ? [] : [refuse('WRONG_AUTHOR', { key, by, actual: computer.userId })];
}

/** S3 for an own act that waits: whether the key under which it was done, or one that took its place, still counts. */
export function refuseShutOut(
  view: View,
  {
    key,
    by,
    do: name,
    args,
  }: { readonly key?: string | undefined; readonly by: string; readonly do: string; readonly args: unknown },
): readonly Refusal[] {
  if (key === undefined || !isProtected(view) || ownKeyOf({ do: name, args }) !== undefined || isRecovery(view, key))
    return [];
  let computer = view.row('computers', key);
  while (computer !== undefined && computer.revoked !== null) {
    const { id } = computer;
    computer = [...view.rows('computers')].find(({ follows }) => follows === id);
  }
  return computer === undefined ? [refuse('NOT_ADMITTED', { key, by, reason: 'revoked' })] : [];
}

/** Tells whether the printed words may do such an act at all. */
export function mayStandIn(call: { readonly do: string }): boolean {
  return call.do === 'key.certify' || call.do === 'key.revoke';
}

function isRecovery(view: View, key: string): boolean {
  const recovery = view.row('protection', 'protection')?.recovery ?? null;
  return recovery !== null && keyIdOf(recovery.key) === key;
}

/** Tells whether an act protects an account. */
export function beginsProtection(name: string): boolean {
  return name === 'account.protect' || name === 'keys.enable';
}

/** The id of the key that an act brings along in its arguments. */
export function ownKeyOf(act: { readonly do: string; readonly args: unknown }): string | undefined {
  const args = (typeof act.args === 'object' && act.args !== null ? act.args : {}) as {
    readonly ownerKey?: unknown;
    readonly key?: unknown;
  };
  const key = beginsProtection(act.do) ? args.ownerKey : act.do === 'key.accept' ? args.key : null;
  return typeof key === 'string' && /^[0-9a-f]{64}$/.test(key) ? keyIdOf(key) : undefined;
}

/** Tells whether an append is part of the ledger: signed by a computer that counts after it and was not shut out before it. */
export function isAppendOfMember(view: View, { last, key, good }: AppendEvidence, first: number): boolean {
  const protection = view.row('protection', 'protection');
  if (protection === undefined || last < protection.since) return true;
  if (!good) return false;
  if (isRecovery(view, key)) return true;
  const computer = view.row('computers', key);
  return computer !== undefined && (computer.revoked === null || computer.revoked >= first);
}
