import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { rulesVersion, type PendingIntent } from '#core/ledger/commit';

const day = '2026-06-01';
const at = `${day}T08:00:00.000Z`;

/** The first commit of every account made here. */
export function openingEntry(): Uint8Array {
  const opening = openingIntent({
    id: 'opening',
    day,
    at,
    device: 'bench',
    name: 'Bench',
    timeZone: 'UTC',
    ownerName: 'Owner',
  });
  return encodeCommit({ ...opening, ledger: 'bench', seq: 1, prev: noHash, rules: rulesVersion });
}

function openReplica(): Replica {
  const replica = Replica.empty('bench');
  replica.receive([openingEntry()]);
  return replica;
}

/** One act by the owner, done and kept pending. A refusal is a mistake of the benchmark. */
export function act(replica: Replica, name: string, args: unknown, commit: string): void {
  const prepared = replica.prepareAct({ do: name, args }, { commit, by: 'owner', day, at, device: 'bench' });
  if (!prepared.ok) throw new Error(`${name} was refused: ${JSON.stringify(prepared.refusals)}`);
  replica.accept(prepared.step);
}

/**
 * An account of about so many groups: complexes of 999 groups (buildings, floors, apartments), each complex a pool,
 * with allocations, and two people an apartment where asked for.
 */
export function accountOf(groups: number, peopleEach = 0): Replica {
  const replica = openReplica();
  const complexes = Math.max(1, Math.round(groups / 1000));
  act(
    replica,
    'block.add',
    {
      id: 'plus',
      groupId: 'root',
      typeId: 'link.plus',
      quantity: complexes * 500,
      source: 'purchase',
      validUntil: '2027-05-31',
    },
    'purchase',
  );
  const plan = {
    kind: 'building',
    count: 6,
    name: 'Building {n}',
    children: {
      kind: 'floor',
      count: 11,
      name: 'Floor {n}',
      children: { kind: 'apartment', count: 14, name: '{n}', numbering: 'floorPrefix' },
    },
  };
  for (let index = 0; index < complexes; index += 1) {
    const id = `c${String(index)}`;
    act(
      replica,
      'group.create',
      { id, parentId: 'root', kind: 'complex', name: `Complex ${String(index)}` },
      `create-${id}`,
    );
    act(
      replica,
      'restriction.set',
      { groupId: id, mode: 'own', allocate: [{ id: `a${String(index)}`, typeId: 'link.plus', quantity: 400 }] },
      `restrict-${id}`,
    );
    act(replica, 'group.generate', { parentId: id, plan }, `generate-${id}`);
    if (peopleEach === 0) continue;
    const apartments = [...replica.model.subtree(id)].filter((group) => group.kind === 'apartment');
    const people = apartments.flatMap((apartment) =>
      Array.from({ length: peopleEach }, (_, n) => ({
        do: 'user.create',
        args: { groupId: apartment.id, name: `Person ${apartment.name}-${String(n)} of ${id}` },
      })),
    );
    act(replica, 'batch', { do: people }, `people-${id}`);
  }
  return replica;
}

/** The stored bytes of a ledger of so many small acts of every common kind, as several people would have made them. */
export function ledgerOf(commits: number): readonly Uint8Array[] {
  const acts = dailyActs(commits);
  const entries: Uint8Array[] = [];
  let prev = noHash;
  acts.forEach((intent, index) => {
    const bytes = encodeCommit({ ...intent, ledger: 'bench', seq: index + 1, prev, rules: rulesVersion });
    entries.push(bytes);
    prev = hashEntry(bytes);
  });
  return entries;
}

function dailyActs(count: number): readonly PendingIntent[] {
  const acts: PendingIntent[] = [
    openingIntent({ id: 'opening', day, at, device: 'bench', name: 'Bench', timeZone: 'UTC', ownerName: 'Owner' }),
  ];
  const add = (name: string, args: unknown): void => {
    acts.push({ id: `k${String(acts.length)}`, day, at, by: 'owner', device: 'bench', do: name, args });
  };
  add('block.add', {
    groupId: 'root',
    typeId: 'link.plus',
    quantity: count,
    source: 'purchase',
    validUntil: '2027-05-31',
  });
  add('block.add', { groupId: 'root', typeId: 'ringover.business', quantity: count, source: 'purchase' });
  add('number.range', { from: '100000', to: '999999' });
  for (let building = 0; acts.length < count; building += 1) {
    const id = `b${String(building)}`;
    add('group.create', { id, parentId: 'root', kind: 'building', name: `Building ${String(building)}` });
    add('restriction.set', { groupId: id, mode: 'own' });
    add('allocation.set', { id: `p${id}`, groupId: id, typeId: 'link.plus', quantity: 20 });
    add('allocation.set', { id: `s${id}`, groupId: id, typeId: 'ringover.business', quantity: 10 });
    for (let flat = 0; flat < 10; flat += 1) {
      const group = `${id}-${String(flat)}`;
      const user = `u${group}`;
      add('group.create', { id: group, parentId: id, kind: 'apartment', name: String(flat) });
      add('user.create', { id: user, groupId: group, name: `Person ${group}` });
      add('allowance.set', { userId: user, resources: { sip: 2, mobileApp: 2 } });
      add('seat.assign', { userId: user, typeId: 'ringover.business' });
      add('user.update', { userId: user, set: { status: 'active' }, was: { status: 'planned' } });
      add('group.update', { groupId: group, set: { note: 'done' }, was: { note: '' } });
    }
  }
  return acts.slice(0, count);
}
