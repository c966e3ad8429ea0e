import type { Day } from '#core/kernel/day';
import type { BlockRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { resources, seatSurplus, shortage } from './accounting';
import type { Books } from './books';
import { WhatHolds } from './what-holds';

/** An act that was accepted, with what stood before and after. */
export interface ObservedAct {
  readonly do: string;
  readonly args: unknown;
  readonly day: Day;
  readonly before: Books;
  readonly after: Books;
  /** The state before the commit that an undo takes back: what D3 and D6 compare it with. */
  readonly beforeUndone?: Books | undefined;
}

/**
 * D3, D6 and U8 as statements about two states: no act makes a shortage larger on the day on which it takes effect.
 * Shortages themselves may well exist, because time passes and ends are brought forward.
 */
export function problemsOfAct(act: ObservedAct): readonly string[] {
  return [...unitProblems(act), ...seatProblems(act), ...transferProblems(act)];
}

/** The shortage with which an act is compared: a group that was no pool was short of nothing. */
function before(act: ObservedAct, poolId: string, read: (books: Books) => number): number {
  const states = act.beforeUndone === undefined ? [act.before] : [act.before, act.beforeUndone];
  return Math.max(
    ...states.map((books) => (books.groups.has(poolId) && books.poolOf(poolId) === poolId ? read(books) : 0)),
  );
}

function unitProblems(act: ObservedAct): readonly string[] {
  const problems: string[] = [];
  for (const { poolId, typeId, day } of effectDays(act)) {
    const now = shortage(act.after, poolId, typeId, day);
    if (now === 0) continue;
    const was = before(act, poolId, (books) => shortage(books, poolId, typeId, day));
    if (now > was)
      problems.push(`D3: ${poolId} is short of ${String(now)} ${typeId} on ${day}, and was of ${String(was)}`);
  }
  return problems;
}

interface Effect {
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  readonly day: Day;
}

/** Today everywhere; and for blocks that change, the day on which the change takes effect. */
function effectDays(act: ObservedAct): readonly Effect[] {
  const effects: Effect[] = act.after
    .poolIds()
    .flatMap((poolId) => act.after.types.map(({ id: typeId }) => ({ poolId, typeId, day: act.day })));
  // What a batch does one after the other, and what an undo restores, is judged on other states than the two that are seen here.
  if (act.do === 'batch' || act.do === 'undo') return effects;
  const later = (day: Day | null): Day => (day !== null && day > act.day ? day : act.day);
  for (const block of act.after.rows.blocks) {
    const former = act.before.blocks.get(block.id);
    if (block === former || block.source === 'device') continue;
    const above = block.source === 'allocation' ? act.after.poolAbove(block.groupId) : null;
    const claimsMore = former === undefined || former.quantity < block.quantity || former.validFrom !== block.validFrom;
    if (above !== null && claimsMore)
      effects.push({ poolId: above, typeId: block.typeId, day: later(block.validFrom) });
    if (former !== undefined && isLowered(former, block))
      effects.push({ poolId: block.groupId, typeId: former.typeId, day: later(former.validFrom) });
  }
  for (const block of act.before.rows.blocks)
    if (
      !act.after.blocks.has(block.id) &&
      block.source !== 'device' &&
      act.after.groups.get(block.groupId)?.restriction === 'own'
    )
      effects.push({ poolId: block.groupId, typeId: block.typeId, day: later(block.validFrom) });
  return effects;
}

function isLowered(former: BlockRow, block: BlockRow): boolean {
  return (
    block.typeId !== former.typeId ||
    block.quantity < former.quantity ||
    (block.validFrom ?? '') > (former.validFrom ?? '')
  );
}

/** Whether a device has gone, or its unit counts elsewhere than before: D6 warns of that and does not refuse it. */
function movesDevices(act: ObservedAct): boolean {
  const states = act.beforeUndone === undefined ? [act.before] : [act.before, act.beforeUndone];
  return states.some((books) =>
    books.rows.blocks.some((block) => {
      const now = act.after.blocks.get(block.id);
      return (
        block.source === 'device' &&
        (now === undefined || act.after.poolOf(now.groupId) !== books.poolOf(block.groupId))
      );
    }),
  );
}

/** D6, on the day of the act, in every pool. Dear: what holds is worked out for all states. */
export function problemsOfResources(act: ObservedAct): readonly string[] {
  if (act.do === 'batch' || movesDevices(act)) return [];
  const now = new WhatHolds(act.after, act.day);
  const formerly = [act.before, ...(act.beforeUndone === undefined ? [] : [act.beforeUndone])].map(
    (books) => new WhatHolds(books, act.day),
  );
  const problems: string[] = [];
  for (const poolId of act.after.poolIds())
    for (const resource of resources) {
      const over = now.over(poolId, resource);
      if (over === 0) continue;
      const was = Math.max(
        ...formerly.map((holds) =>
          holds.books.groups.has(poolId) && holds.books.poolOf(poolId) === poolId ? holds.over(poolId, resource) : 0,
        ),
      );
      if (over > was)
        problems.push(`D6: ${poolId} lacks ${String(over)} ${resource} on ${act.day}, and lacked ${String(was)}`);
    }
  return problems;
}

/** U8: an act leaves no more free seats without a unit than there were. */
function seatProblems(act: ObservedAct): readonly string[] {
  const problems: string[] = [];
  for (const poolId of new Set(act.after.rows.seats.flatMap((seat) => seat.poolId ?? [])))
    for (const type of act.after.types) {
      if (type.mode !== 'seat') continue;
      if (!act.after.rows.seats.some((seat) => seat.poolId === poolId && seat.typeId === type.id)) continue;
      const now = seatSurplus(act.after, poolId, type.id, act.day);
      const was = before(act, poolId, (books) => seatSurplus(books, poolId, type.id, act.day));
      if (now > was)
        problems.push(
          `U8: ${poolId} has ${String(now)} free seats of ${type.id} without a unit, and had ${String(was)}`,
        );
    }
  return problems;
}

/** D10: a move carries no claim into another pool, and no quota claim into another project, unless it is given back or drawn anew. */
function transferProblems(act: ObservedAct): readonly string[] {
  if (act.do !== 'group.move' && act.do !== 'user.move') return [];
  const { licenses } = act.args as { readonly licenses?: string };
  const was = claimsByPlace(act.before);
  const problems: string[] = [];
  for (const [id, claim] of claimsByPlace(act.after)) {
    const former = was.get(id);
    if (former === undefined || former.holder !== claim.holder) continue;
    if (claim.quota && former.project !== claim.project)
      problems.push(`D10: claim ${id} went from project ${former.project} to ${claim.project}`);
    if (licenses !== 'redraw' && former.pool !== claim.pool)
      problems.push(`D10: claim ${id} went from pool ${former.pool} to ${claim.pool}`);
  }
  return problems;
}

interface PlacedClaim {
  readonly pool: string;
  readonly project: string;
  readonly quota: boolean;
  readonly holder: string;
}

function claimsByPlace(books: Books): ReadonlyMap<string, PlacedClaim> {
  const claims = new Map<string, PlacedClaim>();
  const place = (id: string, groupId: string, quota: boolean, holder: string): void => {
    claims.set(id, { pool: books.poolOf(groupId), project: books.projectOf(groupId), quota, holder });
  };
  for (const block of books.rows.blocks) {
    if (block.source !== 'allocation') continue;
    const isQuota = books.type(block.typeId).mode === 'quota';
    claims.set(block.id, {
      pool: books.poolAbove(block.groupId) ?? '',
      project: books.projectOf(block.groupId),
      quota: isQuota,
      holder: block.groupId,
    });
  }
  for (const user of books.rows.users) {
    if (user.allowance !== null) place(user.id, user.groupId, true, 'allowance');
    const seat = books.seatOf(user.id);
    if (seat !== undefined) place(seat.id, user.groupId, false, user.id);
    if (user.allowance === null && seat !== undefined) continue;
    for (const number of books.numbersOfUser(user.id))
      if (number.kind === 'sip') place(number.id, user.groupId, true, user.id);
  }
  for (const number of books.rows.numbers) {
    if (number.kind !== 'sip') continue;
    const groupId = number.groupId ?? (number.menuId === null ? undefined : books.menus.get(number.menuId)?.groupId);
    if (groupId !== undefined) place(number.id, groupId, true, number.groupId ?? number.menuId ?? '');
  }
  return claims;
}

/** D11: what lies in a locked group stays as it is. Compared by row identity, since rows are replaced whole. */
export function problemsOfLocks(act: ObservedAct): readonly string[] {
  const locked = act.before.rows.groups.filter((group) => group.status === 'locked');
  if (locked.length === 0 || act.do === 'undo' || act.do === 'batch') return [];
  const isLocked = (groupId: string): boolean =>
    act.before.groups.has(groupId) && act.before.path(groupId).some((group) => group.status === 'locked');
  const problems: string[] = [];
  for (const group of act.before.rows.groups) {
    const now = act.after.groups.get(group.id);
    if (now === group || !isLocked(group.id)) continue;
    const alone =
      now !== undefined && JSON.stringify({ ...now, status: '' }) === JSON.stringify({ ...group, status: '' });
    if (!alone) problems.push(`D11: locked group ${group.id} has changed`);
  }
  for (const user of act.before.rows.users) {
    const now = act.after.users.get(user.id);
    if (now === user || !isLocked(user.groupId)) continue;
    // Losing a deleted group from the list of those one administers is no change to the group one is in.
    const administers =
      now !== undefined && JSON.stringify({ ...now, adminOf: [] }) === JSON.stringify({ ...user, adminOf: [] });
    if (!administers) problems.push(`D11: user ${user.id} in a locked group has changed`);
  }
  for (const block of act.before.rows.blocks)
    if (act.after.blocks.get(block.id) !== block && isLocked(block.groupId))
      problems.push(`D11: block ${block.id} in a locked group has changed`);
  for (const seat of act.before.rows.seats) {
    const groupId = seat.poolId ?? act.before.users.get(seat.userId ?? '')?.groupId ?? '';
    if (act.after.seats.get(seat.id) !== seat && isLocked(groupId))
      problems.push(`D11: seat ${seat.id} in a locked group has changed`);
  }
  for (const number of act.before.rows.numbers) {
    const groupId =
      number.groupId ??
      act.before.users.get(number.userId ?? '')?.groupId ??
      act.before.menus.get(number.menuId ?? '')?.groupId ??
      '';
    if (act.after.numbers.get(number.id) !== number && isLocked(groupId))
      problems.push(`D11: number ${number.id} in a locked group has changed`);
  }
  return problems;
}
