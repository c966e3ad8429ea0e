import { isSealKey, isSigningKey, keyIdOf, protectedLedgerId } from '../kernel/keys';
import type { View } from '../model/model';
import type { Change, ComputerRow, InvitationRow, KeyPair } from '../model/rows';
import type { Act } from '../rules/act';
import { isProtected, permitComputer } from '../rules/keys';
import { permitBase } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { defineIntent, invalid, mustExist } from './definition';
import { isKeyIntent, keyArguments } from './key-arguments';
import { refuseArchived } from './user-intents';

function mustBeProtected(view: View): readonly Refusal[] {
  return isProtected(view) ? [] : [invalid('do', 'notProtected')];
}

/** A key belongs to one computer of one person for ever. */
function mustBeNewKey(view: View, path: string, key: string): readonly Refusal[] {
  const id = keyIdOf(key);
  const isKnown = view.row('computers', id) !== undefined || view.row('invitations', id) !== undefined;
  return isKnown || view.row('protection', 'protection')?.recovery?.key === key ? [invalid(path, 'keyInUse')] : [];
}

function letIn(
  act: Act,
  how: ComputerRow['admitted']['how'],
  userId: string,
  name: string,
  keys: KeyPair,
  follows: string | null = null,
): void {
  const { by, seq } = act.context;
  act.put('computers', {
    id: keyIdOf(keys.key),
    ...keys,
    userId,
    name,
    admitted: { how, by, seq },
    follows,
    revoked: null,
    reviewSince: null,
  });
}

function beginProtection(
  act: Act,
  args: {
    readonly ownerKey: string;
    readonly sealKey: string;
    readonly name: string;
    readonly recovery?: KeyPair | undefined;
  },
): void {
  act.put('protection', { id: 'protection', since: act.context.seq, recovery: args.recovery ?? null });
  letIn(act, 'protected', act.context.by, args.name, { key: args.ownerKey, sealKey: args.sealKey });
}

/** Protects an account whose id names its first key. */
export const protectAccount = defineIntent({
  name: 'account.protect',
  since: 2,
  args: keyArguments['account.protect'],
  exists: () => [],
  permits: (view, _args, act) => permitBase(view, act.actor, 'owner'),
  fits: (view, args, act) => [
    ...(isProtected(view) ? [invalid('do', 'alreadyProtected')] : []),
    ...(protectedLedgerId(args.ownerKey, args.nonce) === act.context.ledger ? [] : [invalid('nonce', 'notThisLedger')]),
  ],
  make: (act, args) => beginProtection(act, args),
});

/** Protects an older account: its unsigned past stays as it stood, named by its last commit. */
export const enableKeys = defineIntent({
  name: 'keys.enable',
  since: 2,
  args: keyArguments['keys.enable'],
  exists: (view, args) => (args.keys ?? []).flatMap(({ userId }) => mustExist(view, 'user', userId)),
  permits: (view, _args, act) => permitBase(view, act.actor, 'owner'),
  fits(view, args, act) {
    const { seq, prev } = act.context;
    const given = [args.ownerKey, ...(args.keys ?? []).map(({ key }) => key)];
    return [
      ...(isProtected(view) ? [invalid('do', 'alreadyProtected')] : []),
      ...(new Set(given).size === given.length ? [] : [invalid('keys', 'keyInUse')]),
      ...(args.seq === seq - 1 && (prev === undefined || prev === args.hash)
        ? []
        : [refuse('STALE', { field: 'seq', expected: args.seq, actual: seq - 1 })]),
    ];
  },
  make(act, args) {
    beginProtection(act, args);
    for (const { userId, name, key, sealKey } of args.keys ?? [])
      letIn(act, 'certified', userId, name, { key, sealKey });
  },
});

export const inviteKey = defineIntent({
  name: 'key.invite',
  since: 2,
  args: keyArguments['key.invite'],
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitComputer(view, act.actor, view.user(args.userId)),
  fits: (view, args) => [
    ...mustBeProtected(view),
    ...refuseArchived(view.user(args.userId)),
    ...mustBeNewKey(view, 'inviteKey', args.inviteKey),
  ],
  make(act, args) {
    act.put('invitations', {
      id: keyIdOf(args.inviteKey),
      key: args.inviteKey,
      sealKey: args.sealKey,
      userId: args.userId,
      by: act.context.by,
      until: args.until ?? null,
      state: 'open',
      closedAt: null,
    });
  },
});

function invitationOf(view: View, inviteKey: string): InvitationRow | undefined {
  return view.row('invitations', keyIdOf(inviteKey));
}

/** A newcomer takes an invitation up: once, with the proof of its one-time key, and for the person it was made for. */
export const acceptKey = defineIntent({
  name: 'key.accept',
  since: 2,
  args: keyArguments['key.accept'],
  exists(view, args) {
    const invitation = invitationOf(view, args.inviteKey);
    if (invitation === undefined) return [refuse('NOT_FOUND', { kind: 'invitation', id: keyIdOf(args.inviteKey) })];
    return mustExist(view, 'user', invitation.userId);
  },
  // Whoever holds the one-time key may; its proof is checked with the signature.
  permits: () => [],
  fits(view, args, act) {
    const invitation = invitationOf(view, args.inviteKey);
    if (invitation === undefined) return [];
    const { by } = act.context;
    return [
      ...(invitation.state === 'open' ? [] : [invalid('inviteKey', 'invitationUsed')]),
      ...(invitation.until !== null && invitation.until < act.today ? [invalid('inviteKey', 'invitationEnded')] : []),
      ...(invitation.userId === by
        ? []
        : [refuse('WRONG_AUTHOR', { key: keyIdOf(args.key), by, actual: invitation.userId })]),
      ...mustBeNewKey(view, 'key', args.key),
    ];
  },
  make(act, args) {
    const invitation = invitationOf(act.model, args.inviteKey);
    if (invitation === undefined) return;
    act.put('invitations', { ...invitation, state: 'used', closedAt: act.context.seq });
    letIn(act, 'invited', invitation.userId, args.name, { key: args.key, sealKey: args.sealKey });
  },
});

/** Somebody who may vouches for a computer, after six words were compared on two screens. */
export const certifyKey = defineIntent({
  name: 'key.certify',
  since: 2,
  args: keyArguments['key.certify'],
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitComputer(view, act.actor, view.user(args.userId)),
  fits: (view, args) => [
    ...mustBeProtected(view),
    ...refuseArchived(view.user(args.userId)),
    ...mustBeNewKey(view, 'key', args.key),
  ],
  make: (act, args) => letIn(act, 'certified', args.userId, args.name, { key: args.key, sealKey: args.sealKey }),
});

function computerOf(view: View, keyId: string): readonly Refusal[] {
  return view.row('computers', keyId) === undefined ? [refuse('NOT_FOUND', { kind: 'computer', id: keyId })] : [];
}

function refuseRevoked(view: View, path: string, keyId: string): readonly Refusal[] {
  return view.row('computers', keyId)?.revoked === null ? [] : [invalid(path, 'keyRevoked')];
}

/** A computer changes its own key; both keys prove it. */
export const rotateKey = defineIntent({
  name: 'key.rotate',
  since: 2,
  args: keyArguments['key.rotate'],
  exists: (view, args) => computerOf(view, args.key),
  permits(view, args, act) {
    const { by } = act.context;
    const actual = view.row('computers', args.key)?.userId;
    return actual === by ? [] : [refuse('WRONG_AUTHOR', { key: args.key, by, actual: actual ?? null })];
  },
  fits: (view, args) => [...refuseRevoked(view, 'key', args.key), ...mustBeNewKey(view, 'newKey', args.newKey)],
  make(act, args) {
    const former = act.model.row('computers', args.key);
    if (former === undefined) return;
    act.put('computers', { ...former, revoked: act.context.seq });
    letIn(act, 'rotated', former.userId, former.name, { key: args.newKey, sealKey: args.sealKey }, former.id);
  },
});

/** A computer's key, or an invitation that nobody took up, stops counting. Everybody may shut out own computers. */
export const revokeKey = defineIntent({
  name: 'key.revoke',
  since: 2,
  args: keyArguments['key.revoke'],
  exists: (view, args) => (view.row('invitations', args.key) === undefined ? computerOf(view, args.key) : []),
  permits(view, args, act) {
    const userId = (view.row('computers', args.key) ?? view.row('invitations', args.key))?.userId ?? '';
    if (userId === act.context.by) return [];
    const user = view.row('users', userId);
    // Whose person is gone already, is shut out already.
    return user === undefined ? permitBase(view, act.actor, 'resident') : permitComputer(view, act.actor, user);
  },
  fits(view, args) {
    const invitation = view.row('invitations', args.key);
    if (invitation === undefined) return refuseRevoked(view, 'key', args.key);
    return invitation.state === 'open' ? [] : [invalid('key', 'invitationUsed')];
  },
  make(act, args) {
    const invitation = act.model.row('invitations', args.key);
    if (invitation !== undefined)
      act.put('invitations', { ...invitation, state: 'withdrawn', closedAt: act.context.seq });
    const computer = act.model.row('computers', args.key);
    if (computer !== undefined)
      act.put('computers', { ...computer, revoked: act.context.seq, reviewSince: args.since ?? null });
  },
});

/** Everything that is known of keys, for whoever seals, signs and admits at the edge. */
export interface KeyRegister {
  readonly isProtected: boolean;
  /** Place of the commit that began it. */
  readonly since: number;
  readonly recovery: KeyPair | null;
  readonly computers: readonly ComputerRow[];
  readonly invitations: readonly InvitationRow[];
}

/** Place of the last act by which somebody lost a key: what is written after it is encrypted anew. */
export function lastShutOut({ computers, invitations }: KeyRegister): number {
  const places = [...computers.map(({ revoked }) => revoked), ...invitations.map(({ closedAt }) => closedAt)];
  return places.reduce<number>((last, place) => Math.max(last, place ?? 0), 0);
}

/** The register, as it is or as it was before some changes. */
export function keyRegister(view: View, without: readonly Change[] = []): KeyRegister {
  const computers = new Map([...view.rows('computers')].map((row) => [row.id, row]));
  const invitations = new Map([...view.rows('invitations')].map((row) => [row.id, row]));
  let protection = view.row('protection', 'protection');
  for (const change of [...without].reverse()) {
    if (change.table === 'protection') protection = change.before;
    if (change.table === 'computers') putBack(computers, change.id, change.before);
    if (change.table === 'invitations') putBack(invitations, change.id, change.before);
  }
  return {
    isProtected: protection !== undefined,
    since: protection?.since ?? 0,
    recovery: protection?.recovery ?? null,
    computers: [...computers.values()],
    invitations: [...invitations.values()],
  };
}

function putBack<Row>(rows: Map<string, Row>, id: string, row: Row | undefined): void {
  if (row === undefined) rows.delete(id);
  else rows.set(id, row);
}

/** A key that acts on their way bring along, and whether protection begins with it. */
export interface JoiningKey extends KeyPair {
  readonly begins: boolean;
}

/** The keys that acts bring along, for telling them what is encrypted before the acts count. Acts that do not read as such bring none. */
export function joiningIn(acts: readonly { readonly do: string; readonly args: unknown }[]): readonly JoiningKey[] {
  return acts.flatMap((act): readonly JoiningKey[] => {
    if (!isKeyIntent(act.do)) return [];
    const args = (act.args ?? {}) as { readonly [name: string]: unknown };
    const begins = act.do === 'account.protect' || act.do === 'keys.enable';
    const pairs = [
      { key: args[keyName[act.do] ?? ''], sealKey: args['sealKey'] },
      ...(begins && typeof args['recovery'] === 'object' && args['recovery'] !== null ? [args['recovery']] : []),
      ...(begins && Array.isArray(args['keys']) ? (args['keys'] as readonly object[]) : []),
    ] as readonly { readonly key?: unknown; readonly sealKey?: unknown }[];
    return pairs.flatMap(({ key, sealKey }) =>
      typeof key === 'string' && typeof sealKey === 'string' && isSigningKey(key) && isSealKey(sealKey)
        ? [{ key, sealKey, begins }]
        : [],
    );
  });
}

/** Path in an act at which it names the key that it brings along. */
const keyName: { readonly [intent: string]: string } = {
  'account.protect': 'ownerKey',
  'keys.enable': 'ownerKey',
  'key.invite': 'inviteKey',
  'key.accept': 'key',
  'key.certify': 'key',
  'key.rotate': 'newKey',
};
