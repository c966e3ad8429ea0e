import { licenseType } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { Age, GroupRow, NumberRow, UserRow } from '../model/rows';
import { refuse, type Refusal } from './refusals';

/** The claims that a move would carry along (D10). */
export interface ClaimCount {
  readonly blocks: number;
  readonly seats: number;
  readonly allowances: number;
  /** SIP numbers that are counted or in an allowance: others draw on nothing. */
  readonly numbers: number;
}

interface ClaimTally {
  blocks: number;
  seats: number;
  allowances: number;
  numbers: number;
  /** Quota claims that would change their project. */
  projectChanges: boolean;
  /** Claims that would change their pool. */
  poolChanges: boolean;
}

interface Transition {
  /** True when groups that lie in the project around the moved ones come into another project. */
  readonly projectChanges: boolean;
  /** True when groups that spend the pool around the moved ones come into another pool. */
  readonly poolChanges: boolean;
  /** Claims younger than this count only (undo of a move: the others were carried along already). */
  readonly youngerThan: Age;
}

/** Judgement on a move: whether it may go through as it is, and if not, whether taking the same claims from the new pool would do. */
export interface MoveJudgement {
  readonly refusal: Refusal | null;
  /** True when `redraw` is possible: no quota claim leaves its project. */
  readonly redrawable: boolean;
}

function judge(tally: ClaimTally): MoveJudgement {
  const claims: ClaimCount = {
    blocks: tally.blocks,
    seats: tally.seats,
    allowances: tally.allowances,
    numbers: tally.numbers,
  };
  if (tally.projectChanges) return { refusal: refuse('NOT_TRANSFERABLE', { claims }), redrawable: false };
  if (tally.poolChanges) return { refusal: refuse('POOL_CHANGE', { claims }), redrawable: true };
  return { refusal: null, redrawable: true };
}

function emptyTally(): ClaimTally {
  return { blocks: 0, seats: 0, allowances: 0, numbers: 0, projectChanges: false, poolChanges: false };
}

/** D10 for the move of a group with its subtree to another parent. */
export function judgeGroupMove(view: View, group: GroupRow, parentId: string, youngerThan: Age = -1): MoveJudgement {
  if (group.parentId === null) return { refusal: null, redrawable: true };
  const transition: Transition = {
    projectChanges: view.projectOf(group.parentId) !== view.projectOf(parentId),
    poolChanges: view.poolOf(group.parentId) !== view.poolOf(parentId),
    youngerThan,
  };
  return judge(tallySubtree(view, group, transition));
}

/** D10 for the move of a user to another group. */
export function judgeUserMove(view: View, user: UserRow, groupId: string, youngerThan: Age = -1): MoveJudgement {
  const tally = emptyTally();
  tallyUser(view, user, tally, {
    projectChanges: view.projectOf(user.groupId) !== view.projectOf(groupId),
    poolChanges: view.poolOf(user.groupId) !== view.poolOf(groupId),
    youngerThan,
  });
  return judge(tally);
}

function tallySubtree(view: View, top: GroupRow, around: Transition): ClaimTally {
  const tally = emptyTally();
  if (!around.projectChanges && !around.poolChanges) return tally;
  const stack: { readonly group: GroupRow; readonly transition: Transition }[] = [{ group: top, transition: around }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { group } = next;
    const isProject = group.kind === 'complex' || group.kind === 'office';
    const projectChanges = next.transition.projectChanges && !isProject;
    // The blocks of a pool are claims on the pool around it; everything else in it is a claim on the pool itself.
    for (const blockId of view.blocksOf(group.id)) {
      const block = view.row('blocks', blockId);
      if (block?.source !== 'allocation') continue;
      tally.blocks += 1;
      if (block.age < around.youngerThan) continue;
      if (projectChanges && licenseType(view, block.typeId).mode === 'quota') tally.projectChanges = true;
      if (next.transition.poolChanges) tally.poolChanges = true;
    }
    const transition: Transition = {
      projectChanges,
      poolChanges: next.transition.poolChanges && group.restriction !== 'own',
      youngerThan: around.youngerThan,
    };
    tallyNumbers(view, group.id, tally, transition, true);
    for (const menuId of view.menusOf(group.id)) tallyNumbers(view, menuId, tally, transition, true);
    for (const userId of view.usersOf(group.id)) tallyUser(view, view.user(userId), tally, transition);
    for (const childId of view.children(group.id)) stack.push({ group: view.group(childId), transition });
  }
  return tally;
}

function tallyUser(view: View, user: UserRow, tally: ClaimTally, transition: Transition): void {
  const seat = view.seatOf(user.id);
  if (seat !== undefined) {
    tally.seats += 1;
    if (transition.poolChanges && seat.age >= transition.youngerThan) tally.poolChanges = true;
  }
  if (user.allowance !== null) {
    tally.allowances += 1;
    if ((user.allowanceAge ?? 0) >= transition.youngerThan) {
      if (transition.projectChanges) tally.projectChanges = true;
      if (transition.poolChanges) tally.poolChanges = true;
    }
  }
  // A SIP number of somebody with a seat and no allowance draws on no pool (D6).
  tallyNumbers(view, user.id, tally, transition, user.allowance !== null || seat === undefined);
}

function tallyNumbers(view: View, ownerId: string, tally: ClaimTally, transition: Transition, counted: boolean): void {
  for (const id of view.numbersOf(ownerId)) {
    const number = view.row('numbers', id);
    if (number?.kind !== 'sip' || !counted) continue;
    tally.numbers += 1;
    if ((number.age ?? 0) < transition.youngerThan) continue;
    if (transition.projectChanges) tally.projectChanges = true;
    if (transition.poolChanges) tally.poolChanges = true;
  }
}

/** Attached SIP and mobile numbers are given back by a releasing move; landlines stay (D10). */
export function isReleasedByMove(number: NumberRow): boolean {
  return number.kind === 'sip' || number.kind === 'mobile';
}
