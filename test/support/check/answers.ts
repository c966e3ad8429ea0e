import type { Day } from '#core/kernel/day';
import type { Replica } from '#core/ledger/replica';
import type { Answer } from '#core/queries/registry';
import { resources, freeSeats, reserved } from './accounting';
import type { Books } from './books';
import { WhatHolds } from './what-holds';

/** What the queries say about pools and people on a day, compared with what the rows say. */
export function problemsOfAnswers(replica: Replica, books: Books, day: Day): readonly string[] {
  const problems: string[] = [];
  const owner = books.rows.users.find(
    (user) =>
      user.lifecycle !== 'archived' &&
      (user.roleId === 'owner' || books.rows.roles.some((role) => role.id === user.roleId && role.base === 'owner')),
  );
  const on = { day, by: owner?.id ?? '' };
  const holds = new WhatHolds(books, day);
  const same = (what: string, given: unknown, found: unknown): void => {
    if (JSON.stringify(given) !== JSON.stringify(found))
      problems.push(`on ${day}, ${what}: answered ${JSON.stringify(given)}, found ${JSON.stringify(found)}`);
  };
  for (const poolId of books.poolIds()) {
    const answer = replica.ask('pool', { groupId: poolId }, on) as Exclude<Answer<'pool'>, { refusals: unknown }>;
    for (const { id: typeId } of books.types) {
      const { nominal, effective, allocatedOut, assigned, available } = holds.figures(poolId, typeId);
      const found = { nominal, effective, allocatedOut, assigned, free: freeSeats(books, poolId, typeId), available };
      const isNothing = Object.values(found).every((amount) => amount === 0);
      same(`${typeId} in pool ${poolId}`, answer.types[typeId], isNothing ? undefined : found);
    }
    for (const resource of resources) {
      const capacity = holds.capacity(poolId, resource);
      const taken = reserved(books, poolId, resource, day);
      const amount = (value: number): number | 'unlimited' =>
        value === Number.POSITIVE_INFINITY ? 'unlimited' : value;
      same(
        `${resource} in pool ${poolId}`,
        answer.resources[resource],
        capacity === 0 && taken === 0
          ? undefined
          : { capacity: amount(capacity), reserved: taken, available: amount(capacity - taken) },
      );
    }
  }
  for (const user of books.rows.users) {
    const answer = replica.ask('user', { userId: user.id }, on) as Exclude<Answer<'user'>, { refusals: unknown }>;
    const found = holds.user(user);
    same(
      `user ${user.id}`,
      { status: answer.status, typeId: answer.typeId, features: answer.features },
      { status: found.status, typeId: found.typeId, features: found.features },
    );
  }
  return problems;
}

/** How often a day shows what the runs are after: seats that fell back, people who are blocked. */
export function countStatuses(books: Books, day: Day): ReadonlyMap<string, number> {
  const holds = new WhatHolds(books, day);
  const counts = new Map<string, number>();
  for (const user of books.rows.users) {
    const { status } = holds.user(user);
    const name = `${status}${books.seatOf(user.id) === undefined ? '' : ' with a seat'}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
