import type { View } from '../model/model';
import type { LicenseTypeId } from '../model/vocabulary';
import {
  defineFields,
  ringoverPlansField,
  ringoverTeamField,
  ringoverUserField,
  writtenPlanTypes,
} from './remembered-ids';
import { pulls, type RingoverLine } from './ringover-lines';
import { peopleLines } from './ringover-people';
import { menuLines, numberLines, planLines } from './ringover-things';
import { ringoverWorld, type RingoverQuestion } from './ringover-world';
import type { SentCall } from './sent';
import type { VendorAct } from './vendor-failure';

/** The vendor's account and an office side by side: licenses, free numbers, people, menus. Nothing has happened. */
export function compareRingover(question: RingoverQuestion): readonly RingoverLine[] {
  const world = ringoverWorld(question);
  return [...planLines(world), ...numberLines(world), ...peopleLines(world), ...menuLines(world)];
}

/** An act of a pull, and the line that asks for it; `null` for what all of them need. */
export interface PlannedAct {
  readonly act: VendorAct;
  readonly lineId: string | null;
}

/** Acts that pull some lines, in the order in which the rules can follow them; none where there is nothing to do. */
export function pullPlan(lines: readonly RingoverLine[], question: RingoverQuestion): readonly PlannedAct[] {
  const wanted = lines.filter(pulls);
  if (wanted.length === 0) return [];
  const added = new Set<unknown>();
  const allTakes = wanted.flatMap(({ id, pull }) => pull.takes.map((act): PlannedAct => ({ act, lineId: id })));
  const made = new Set(allTakes.flatMap(({ act }) => (act.do === 'user.create' ? [act.args['id']] : [])));
  const takes = allTakes
    .filter(({ act }) => {
      if (act.do !== 'number.add') return true;
      const isNew = !added.has(act.args['id']);
      added.add(act.args['id']);
      return isNew;
    })
    .map(({ act, lineId }) => ({ act: withKnownMembers(act, question, made), lineId }));
  const isBuying = ({ act }: PlannedAct): boolean => act.do.startsWith('block.');
  const forAll = (act: VendorAct): PlannedAct => ({ act, lineId: null });
  return [
    ...remembering(question).map(forAll),
    ...wanted.flatMap(({ id, pull }) => pull.frees.map((act): PlannedAct => ({ act, lineId: id }))),
    ...takes.filter(isBuying),
    ...handedDown(
      takes.map(({ act }) => act),
      question,
    ).map(forAll),
    ...takes.filter((one) => !isBuying(one)),
  ];
}

/** The same without the lines. */
export function pullActs(lines: readonly RingoverLine[], question: RingoverQuestion): readonly VendorAct[] {
  return pullPlan(lines, question).map(({ act }) => act);
}

/** Members of a menu are only those who are here or come along: a line that was left out brings nobody. */
function withKnownMembers(act: VendorAct, { view }: RingoverQuestion, made: ReadonlySet<unknown>): VendorAct {
  if (act.do !== 'menu.setMembers') return act;
  const users = (act.args['users'] as readonly string[]).filter(
    (id) => made.has(id) || view.row('users', id) !== undefined,
  );
  return { ...act, args: { ...act.args, users } };
}

/** Units that the new seats lack in the office's pool, and in the pools above it, handed down from the root (D5). */
function handedDown(seats: readonly VendorAct[], question: RingoverQuestion): readonly VendorAct[] {
  const { view, groupId, available, newId } = question;
  const upwards: string[] = [];
  for (let id: string | null = view.poolOf(groupId); id !== null && id !== view.root.id; id = view.poolAbove(id))
    upwards.push(id);
  const needed = new Map<LicenseTypeId, number>();
  for (const { do: name, args } of seats) {
    const typeId = args['typeId'] as LicenseTypeId | undefined;
    if ((name === 'seat.assign' || name === 'seat.changeType') && typeId !== undefined)
      needed.set(typeId, (needed.get(typeId) ?? 0) + 1);
  }
  return [...needed].flatMap(([typeId, seatsOfType]) => {
    const acts: VendorAct[] = [];
    let lacking = seatsOfType;
    for (const poolId of upwards) {
      lacking = Math.max(0, lacking - Math.max(0, available(poolId, typeId)));
      if (lacking === 0) break;
      acts.unshift({
        do: 'allocation.set',
        args: { id: newId(`allocation ${poolId} ${typeId}`), groupId: poolId, typeId, quantity: lacking },
      });
    }
    return acts;
  });
}

/** Acts that keep which account this office is, and what its plans are. */
function remembering({ view, groupId, there, planTypes, remembers }: RingoverQuestion): readonly VendorAct[] {
  if (!remembers) return [];
  const kept = view.row('groups', groupId)?.fields ?? {};
  const fields = { [ringoverTeamField]: there.team.id, [ringoverPlansField]: writtenPlanTypes(planTypes) };
  const isKept = Object.entries(fields).every(([id, value]) => kept[id] === value);
  return [
    ...defineFields(view, 'ringover'),
    ...(isKept ? [] : [{ do: 'group.update', args: { groupId, set: { fields } } }]),
  ];
}

/** Team that an office was pulled from before, if it is another one than this. */
export function otherTeam({
  view,
  groupId,
  there,
}: Pick<RingoverQuestion, 'view' | 'groupId' | 'there'>): string | null {
  const kept = view.row('groups', groupId)?.fields?.[ringoverTeamField];
  return typeof kept === 'string' && kept !== there.team.id ? kept : null;
}

/**
 * Acts that keep what was sent: whoever was invited is `invited`, also where no answer came, so that nobody is invited twice by
 * somebody who does not know.
 */
export function sentActs(sent: readonly SentCall[], view: Pick<View, 'row'>, remembers: boolean): readonly VendorAct[] {
  const updates = sent.flatMap(({ call, state, vendorId }): readonly VendorAct[] => {
    if (call.call !== 'invite' || (state !== 'done' && state !== 'unknown')) return [];
    const person = view.row('users', call.userId);
    if (person === undefined || person.lifecycle === 'archived') return [];
    const isKnown = vendorId !== undefined && remembers;
    const set = {
      ...(person.lifecycle === 'invited' ? {} : { status: 'invited' }),
      ...(isKnown ? { fields: { [ringoverUserField]: vendorId } } : {}),
    };
    return Object.keys(set).length === 0 ? [] : [{ do: 'user.update', args: { userId: call.userId, set } }];
  });
  const isRemembering = updates.some(({ args }) => 'fields' in (args['set'] as object));
  return updates.length === 0 ? [] : [...(isRemembering ? defineFields(view, 'ringover') : []), ...updates];
}
