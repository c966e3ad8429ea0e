import { failed, succeeded } from '#core/kernel/result';
import type { RingoverAccount, RingoverGap, RingoverMenu, RingoverUser } from '#core/vendors/ringover';
import {
  entriesOf,
  longestPage,
  readGroup,
  readIvr,
  readMembers,
  readNumber,
  readPlan,
  readTeam,
  readUser,
} from '#core/vendors/ringover-answers';
import type { VendorFailure, VendorProgress, VendorRight } from '#core/vendors/vendor-failure';
import type { Asked, RingoverClient } from './ringover-client';

/** Pages of one list: 200,000 entries, more than any account has. */
const mostPages = 200;
const mostGroups = 2_000;
/** Length of a page where none is asked for. */
const ordinaryPage = 100;
/** Without all five the vendor lists free numbers only. */
const allNumbers = 'is_user=true&is_ivr=true&is_conference=true&is_fax=true&is_available=true';

export interface RingoverReading {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VendorProgress) => void;
}

function unreadable(place: string): { readonly ok: false; readonly failure: VendorFailure } {
  return failed({ kind: 'unreadable', place });
}

/**
 * All entries of a list, page by page: no total can be relied on. A page shorter than the vendor's ordinary one is the last, whatever
 * length was asked for; one that brings nothing new ends it as well, so that a host that ignores the offset is not asked for ever.
 */
async function readList<T>(
  client: RingoverClient,
  path: string,
  right: VendorRight,
  read: (value: unknown) => T | null,
  idOf: (entry: T) => string,
  signal: AbortSignal,
): Promise<Asked<readonly T[]>> {
  const found = new Map<string, T>();
  const join = path.includes('?') ? '&' : '?';
  for (let page = 0; page < mostPages; page += 1) {
    const asked = `${path}${join}limit_count=${String(longestPage)}&limit_offset=${String(page * longestPage)}`;
    const answer = await client.read(asked, right, signal);
    if (!answer.ok) return answer;
    const entries = entriesOf(answer.value);
    if (entries === null) return unreadable(path);
    const before = found.size;
    for (const entry of entries) {
      const value = read(entry);
      if (value !== null) found.set(idOf(value), value);
    }
    if (entries.length < ordinaryPage || found.size === before) return succeeded([...found.values()]);
  }
  return unreadable(path);
}

async function readGroupMembers(
  client: RingoverClient,
  group: RingoverMenu,
  signal: AbortSignal,
): Promise<Asked<readonly string[]>> {
  const found = new Set<string>();
  for (let page = 0; page < mostPages; page += 1) {
    const path = `/groups/${encodeURIComponent(group.id)}?limit_count=${String(longestPage)}&limit_offset=${String(page * longestPage)}`;
    const answer = await client.read(path, 'usersRead', signal);
    if (!answer.ok) return answer;
    const members = readMembers(answer.value);
    if (members === null) return unreadable('/groups');
    const before = found.size;
    for (const id of members) found.add(id);
    if (members.length === 0 || found.size === before) return succeeded([...found]);
  }
  return unreadable('/groups');
}

/** The people of the account: read before anything is sent, and again where an answer to an invitation was lost. */
export function readUsers(client: RingoverClient, signal: AbortSignal): Promise<Asked<readonly RingoverUser[]>> {
  return readList(client, '/users', 'usersRead', readUser, ({ id }) => id, signal);
}

/** The name of the account, which any valid key may know: so it tells a wrong key from a missing right. */
export async function readTeamOf(
  client: RingoverClient,
  signal: AbortSignal,
): Promise<Asked<{ readonly id: string; readonly name: string; readonly people: number }>> {
  const answer = await client.read('/teams', 'none', signal);
  if (!answer.ok) return answer;
  const team = readTeam(answer.value);
  return team === null ? unreadable('/teams') : succeeded(team);
}

/** Reads the whole account. What the key may not see is named as a gap; without the people there is nothing to compare. */
export async function readRingover(
  client: RingoverClient,
  { signal, onProgress }: RingoverReading,
): Promise<Asked<RingoverAccount>> {
  const gaps: RingoverGap[] = [];
  const firstCalls = 6;
  onProgress({ done: 0, of: firstCalls });
  const team = await readTeamOf(client, signal);
  if (!team.ok) return team;
  onProgress({ done: 1, of: firstCalls });
  const users = await readUsers(client, signal);
  if (!users.ok) return users;
  onProgress({ done: 2, of: firstCalls });
  // Without Monitoring a list holds only what is the key owner's own.
  if (users.value.length < team.value.people) gaps.push('someUsers');

  /** An answer, nothing where a right is missing. */
  const orGap = async <T>(asked: Promise<Asked<readonly T[]>>, gap: RingoverGap): Promise<Asked<readonly T[]>> => {
    const answer = await asked;
    if (answer.ok || (answer.failure.kind !== 'rightMissing' && !isUnknownPath(answer.failure))) return answer;
    gaps.push(gap);
    return succeeded([]);
  };
  const plans = await orGap(readPlans(client, signal), 'plans');
  if (!plans.ok) return plans;
  onProgress({ done: 3, of: firstCalls });
  const numbers = await orGap(
    readList(client, `/numbers?${allNumbers}`, 'numbersRead', readNumber, ({ number }) => number, signal),
    'numbers',
  );
  if (!numbers.ok) return numbers;
  onProgress({ done: 4, of: firstCalls });
  const ivrs = await orGap(
    readList(client, '/ivrs', 'ivrsRead', readIvr, ({ id }) => id, signal),
    'ivrs',
  );
  if (!ivrs.ok) return ivrs;
  onProgress({ done: 5, of: firstCalls });
  const groups = await orGap(
    readList(client, '/groups', 'usersRead', readGroup, ({ id }) => id, signal),
    'groups',
  );
  if (!groups.ok) return groups;
  const menus: RingoverMenu[] = [...ivrs.value];
  const all = firstCalls + groups.value.length;
  if (groups.value.length > mostGroups) return unreadable('/groups');
  for (const [index, group] of groups.value.entries()) {
    onProgress({ done: firstCalls + index, of: all });
    const members = await readGroupMembers(client, group, signal);
    if (!members.ok && members.failure.kind !== 'rightMissing') return members;
    menus.push({ ...group, users: members.ok ? members.value : null });
  }
  onProgress({ done: all, of: all });
  return succeeded({
    team: { id: team.value.id, name: team.value.name },
    plans: plans.value,
    users: users.value,
    numbers: numbers.value,
    menus: menus.map((menu) => withNumbers(menu, numbers.value)),
    gaps,
  });
}

function isUnknownPath(failure: VendorFailure): boolean {
  return failure.kind === 'refused' && failure.status === 404;
}

async function readPlans(client: RingoverClient, signal: AbortSignal) {
  const answer = await client.read('/teams/plans_data', 'usersRead', signal);
  if (!answer.ok) return answer;
  const entries = entriesOf(answer.value);
  if (entries === null) return unreadable('/teams/plans_data');
  return succeeded(entries.flatMap((entry) => readPlan(entry) ?? []));
}

/** A menu's numbers stand with the menu, or only with the number. */
function withNumbers(menu: RingoverMenu, numbers: RingoverAccount['numbers']): RingoverMenu {
  const led = numbers.flatMap(({ number, to }) =>
    menu.kind === 'ivr' && to?.kind === 'ivr' && to.id === menu.id ? [number] : [],
  );
  return { ...menu, numbers: [...new Set([...menu.numbers, ...led])] };
}
