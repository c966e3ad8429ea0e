import type { CommitRecord } from '../intents/commit-history';
import { compareText } from '../kernel/text';
import { baseRoleOf } from '../rules/roles';
import { defineQuery, nothing } from './query';

export interface ComputerAnswer {
  /** Id of its key. */
  readonly id: string;
  readonly userId: string;
  /** The person's name; empty once the person was removed. */
  readonly userName: string;
  readonly name: string;
  readonly how: 'protected' | 'invited' | 'certified' | 'rotated';
  readonly admittedBy: string;
  readonly admittedAt: number;
  /** Place of the commit that shut it out; `null` while it counts. */
  readonly revokedAt: number | null;
  readonly reviewSince: number | null;
  /** When its last act was done, as its author says; `null` where it has done none. */
  readonly lastAct: string | null;
}

export interface InvitationAnswer {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly by: string;
  readonly until: string | null;
  readonly state: 'open' | 'used' | 'withdrawn';
}

export interface ComputersAnswer {
  readonly isProtected: boolean;
  /** Place of the commit that began it. */
  readonly since: number | null;
  /** True when words were printed by which an owner can be let in again. */
  readonly hasRecovery: boolean;
  readonly computers: readonly ComputerAnswer[];
  readonly invitations: readonly InvitationAnswer[];
  /** Owners who could not act if this went on: none of their computers counts. */
  readonly ownersWithoutComputer: readonly string[];
}

function lastActsIn(records: readonly CommitRecord[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const { key, at } of records) if (key !== undefined) last.set(key, at);
  return last;
}

/** People who are let in, and their computers: everybody who works in the account may know. */
export const computersQuery = defineQuery({
  name: 'computers',
  args: nothing,
  answer: ({ model, history }): ComputersAnswer => {
    const protection = model.row('protection', 'protection');
    const lastActs = protection === undefined ? new Map<string, string>() : lastActsIn(history.all());
    const nameOf = (userId: string): string => model.row('users', userId)?.name ?? '';
    const computers = [...model.rows('computers')]
      .sort((one, other) => one.admitted.seq - other.admitted.seq || compareText(one.id, other.id))
      .map(({ id, userId, name, admitted, revoked, reviewSince }) => ({
        id,
        userId,
        userName: nameOf(userId),
        name,
        how: admitted.how,
        admittedBy: admitted.by,
        admittedAt: admitted.seq,
        revokedAt: revoked,
        reviewSince,
        lastAct: lastActs.get(id) ?? null,
      }));
    const held = new Set(computers.filter(({ revokedAt }) => revokedAt === null).map(({ userId }) => userId));
    const owners = [...model.usersWithRole('owner')].filter((userId) => {
      const user = model.row('users', userId);
      return user !== undefined && user.lifecycle !== 'archived' && baseRoleOf(model, user) === 'owner';
    });
    return {
      isProtected: protection !== undefined,
      since: protection?.since ?? null,
      hasRecovery: (protection?.recovery ?? null) !== null,
      computers,
      invitations: [...model.rows('invitations')]
        .sort((one, other) => compareText(one.id, other.id))
        .map(({ id, userId, by, until, state }) => ({ id, userId, userName: nameOf(userId), by, until, state })),
      ownersWithoutComputer: protection === undefined ? [] : owners.filter((userId) => !held.has(userId)).sort(),
    };
  },
});
