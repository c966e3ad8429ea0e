import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Head } from '#core/ledger/commit';
import type { ShorteningOutlook, ShorteningPlan } from '#core/ledger/shorter-history';
import { bytesIn, DeskComputer, deskLedger } from '../../../support/desk-computer';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

let folder: string;
const computers: DeskComputer[] = [];
/** Everything that is done here is done on the day before. */
const dayAfter = '2026-06-02';

async function aComputer(name: string): Promise<DeskComputer> {
  const computer = await DeskComputer.make(name, [folder]);
  computers.push(computer);
  return computer;
}

const group = (id: string) => ({ id, parentId: 'root', kind: 'complex', name: id });

function outlookOf({ shortening }: DeskComputer, before = dayAfter) {
  return shortening.outlook(deskLedger, before, patient());
}

async function planOf(computer: DeskComputer): Promise<ShorteningPlan & Pick<ShorteningOutlook, 'kind'>> {
  const found = await outlookOf(computer);
  if (!found.ok || found.value.kind !== 'plan') throw new Error(JSON.stringify(found));
  return { ...found.value.plan, kind: found.value.kind };
}

/** Puts the account down and does the act, as the window does. */
async function decided(computer: DeskComputer, to: Head): Promise<void> {
  const made = await computer.shortening.putDown({ ledger: deskLedger, call: 'c', to }, patient());
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  computer.done('owner', 'history.shorten', { ...to, checkpoint: made.value });
  await computer.sync();
}

async function says(computer: DeskComputer): Promise<void> {
  await computer.desk.choosePerson(deskLedger, computer.name === 'anna' ? 'owner' : 'bob');
  await computer.desk.presence(deskLedger, null, patient());
}

/** An account in a folder in which somebody was written about and has been removed. */
async function shared(): Promise<DeskComputer> {
  const anna = await (await (await aComputer('anna')).start()).share(folder);
  anna.done('owner', 'user.update', { userId: 'rita', set: { email: 'rita@secret.example' } });
  anna.done('owner', 'user.remove', { userId: 'rita' });
  return anna.sync();
}

async function joined(name: string): Promise<DeskComputer> {
  const computer = await (await aComputer(name)).join(folder);
  await computer.desk.begin(deskLedger, patient());
  return (await computer.rebuild()).sync();
}

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const computer of computers.splice(0)) await computer.desk.close();
});

describe('a shorter history from the window', () => {
  it('is looked at first: what would go, up to which day, and the room that it takes', async () => {
    const anna = await shared();
    const before = await bytesIn(folder);
    const found = await outlookOf(anna);
    expect(found).toMatchObject({
      value: { kind: 'plan', first: '2026-06-01', plan: { acts: 5, day: '2026-06-01', behind: [], unseenBy: [] } },
    });
    const outlook = found.ok && found.value.kind === 'plan' ? found.value : null;
    expect(outlook?.now).toBe(outlook?.plan.bytes);
    expect(outlook?.then).toBeGreaterThan(0);
    expect(await outlookOf(anna, '2026-06-01')).toMatchObject({ value: { kind: 'nothing', first: '2026-06-01' } });
    expect(await bytesIn(folder)).toBe(before);
  });

  it('leaves nothing in the place of who was removed, and goes on for everybody', async () => {
    const anna = await shared();
    const ben = await joined('ben');
    await says(ben);
    const plan = await planOf(anna);
    await decided(anna, plan.to);
    expect(anna.progress.at(-1)).toEqual({ call: 'c', done: plan.to.seq, of: plan.to.seq });
    expect(await anna.shortening.finish(deskLedger, patient())).toEqual({ ok: true, value: plan.to });
    expect(await bytesIn(folder)).not.toContain('rita@secret.example');
    ben.done('bob', 'group.create', group('quay'));
    await ben.sync();
    await anna.sync();
    expect(anna.digest()).toBe(ben.digest());
    const cleo = await joined('cleo');
    expect(cleo.digest()).toBe(anna.digest());
    // Once more, from one that has no more of it: what has been done since can go.
    cleo.now = '2026-12-24T18:00:00.000Z';
    const again = await planOf(cleo);
    expect(again.to.seq).toBeGreaterThan(plan.to.seq);
    await decided(cleo, again.to);
    expect(await cleo.shortening.finish(deskLedger, patient())).toEqual({ ok: true, value: again.to });
  });

  it('waits for a computer that has not seen everything, and says which', async () => {
    const anna = await shared();
    const ben = await joined('ben');
    await says(ben);
    anna.done('owner', 'group.create', group('quay'));
    await anna.sync();
    expect(await planOf(anna)).toMatchObject({ acts: 5, behind: [], unseenBy: [{ by: 'bob', seq: 5 }] });
    // Who has not come for half a year is not waited for.
    anna.now = '2026-12-24T18:00:00.000Z';
    expect(await planOf(anna)).toMatchObject({ acts: 6, behind: [{ by: 'bob', seq: 5 }], unseenBy: [] });
  });

  it('can be given up: nothing of it is in the place then', async () => {
    const anna = await shared();
    const before = await bytesIn(folder);
    const { to } = await planOf(anna);
    const giving = new AbortController();
    giving.abort();
    const put = await anna.shortening.putDown({ ledger: deskLedger, call: 'c', to }, giving.signal);
    expect(put).toEqual({ ok: false, failure: { kind: 'aborted' } });
    expect(await bytesIn(folder)).toBe(before);
  });

  it('is brought to its end where it was broken off between the act and the removal', async () => {
    const anna = await shared();
    const { to } = await planOf(anna);
    await decided(anna, to);
    expect(await bytesIn(folder)).toContain('rita@secret.example');
    const again = await anna.again([folder]);
    computers.push(again);
    await again.sync();
    expect(await outlookOf(again)).toEqual({ ok: true, value: { kind: 'begun', to } });
    expect(await again.shortening.finish(deskLedger, patient())).toEqual({ ok: true, value: to });
    expect(await bytesIn(folder)).not.toContain('rita@secret.example');
    expect(await outlookOf(again)).toMatchObject({ value: { kind: 'plan', plan: { acts: 1 } } });
  });

  it('removes nothing that no act of the account says', async () => {
    const anna = await shared();
    const before = await bytesIn(folder);
    expect(await anna.shortening.finish(deskLedger, patient())).toEqual({ ok: true, value: null });
    expect(await bytesIn(folder)).toBe(before);
  });

  it('names no beginning that is not a commit of this history', async () => {
    const anna = await shared();
    const { to } = await planOf(anna);
    const wrong = { seq: to.seq, hash: 'a'.repeat(64) };
    expect(await anna.shortening.putDown({ ledger: deskLedger, call: 'c', to: wrong }, patient())).toMatchObject({
      ok: false,
      failure: { kind: 'head-moved' },
    });
  });

  it('says that others came first where the place has more than this computer', async () => {
    const anna = await shared();
    const ben = await joined('ben');
    ben.done('bob', 'group.create', group('quay'));
    await ben.sync();
    expect(await outlookOf(anna)).toMatchObject({ ok: false, failure: { kind: 'head-moved' } });
  });

  it('is not to be had in a folder that a program copies, nor by an account that is shared nowhere', async () => {
    const anna = await (await aComputer('anna')).start();
    expect(await outlookOf(anna)).toMatchObject({ ok: false, failure: { kind: 'not-connected' } });
    await anna.share(folder, 'kept');
    await anna.sync();
    expect(await outlookOf(anna)).toEqual({ ok: true, value: { kind: 'carried' } });
  });
});
