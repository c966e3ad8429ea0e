import { afterEach, describe, expect, it } from 'vitest';
import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
import { aGroup, Computer, groupNames, ledger } from './session-world';
import { MemoryJournal } from './memory-journal';

/** The account of an office, its entries, and a checkpoint at one of them. */
async function anOffice(at: number) {
  const office = new Computer('office');
  const { session } = await office.open();
  for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood']) await session.act(aGroup(name));
  const { entries } = session.outgoing(100);
  await session.receive(entries);
  const all = [...office.journal.entries];
  const replica = Replica.empty(ledger);
  replica.receive(all.slice(0, at));
  const { head, model, records } = replica;
  if (head === null) throw new Error('There is nothing in the ledger');
  return { all, base: { head, bytes: finish(writeCheckpoint({ ledger, head, model, records })) } };
}

/** A computer that has joined, with an empty journal. */
function aNewcomer(): Computer {
  return new Computer('site', new MemoryJournal(), undefined, false);
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened(computer: Computer, anew = false) {
  const { session, origin } = await computer.open(undefined, anew);
  closing.push(session.close);
  return { session, origin };
}

describe('an account that was joined from a checkpoint', () => {
  it('begins with it, takes what came after, and is acted on like any other', async () => {
    const { all, base } = await anOffice(3);
    const site = aNewcomer();
    const { session } = await opened(site);
    expect(session.head).toBeNull();
    site.journal.base = base;
    await session.begin();
    expect(session.head).toEqual(base.head);
    expect(groupNames(session)).toEqual(['Alder', 'Birch']);
    expect(await session.receive(all.slice(3))).toMatchObject({ ok: true });
    expect(await session.act(aGroup('Elm'))).toMatchObject({ ok: true });
    expect(groupNames(session)).toEqual(['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm']);
    // What was done before it can be taken back like everything else.
    expect(await session.act({ do: 'undo', args: { commit: 'office-2' } })).toMatchObject({ ok: true });
    expect(groupNames(session)).toEqual(['Alder', 'Cedar', 'Dogwood', 'Elm']);
  });

  it('opens again from the tables, and without them from the checkpoint and the journal', async () => {
    const { all, base } = await anOffice(3);
    const site = aNewcomer();
    const { session } = await opened(site);
    site.journal.base = base;
    await session.begin();
    await session.receive(all.slice(3));
    await session.act(aGroup('Elm'));
    await session.close();
    const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'];
    const again = await opened(site);
    expect([again.origin, groupNames(again.session)]).toEqual(['tables', names]);
    await again.session.close();
    site.loseTables();
    const third = await opened(site);
    expect([third.origin, groupNames(third.session)]).toEqual(['journal', names]);
  });

  it('opens from the tables where it has nothing but the checkpoint yet', async () => {
    const { base } = await anOffice(3);
    const site = aNewcomer();
    const { session } = await opened(site);
    site.journal.base = base;
    await session.begin();
    await session.close();
    const again = await opened(site);
    expect([again.origin, groupNames(again.session)]).toEqual(['tables', ['Alder', 'Birch']]);
  });

  it('is made anew from the journal where the checkpoint was wrong, with the own acts on top', async () => {
    const { all, base } = await anOffice(3);
    const lie = await anOffice(2);
    const site = aNewcomer();
    const { session } = await opened(site);
    // Somebody has put down the account as it was one act earlier.
    const replica = Replica.empty(ledger);
    replica.receive(lie.all.slice(0, 2));
    const { model, records } = replica;
    const bytes = finish(writeCheckpoint({ ledger, head: base.head, model, records }));
    site.journal.base = { head: base.head, bytes };
    await session.begin();
    await session.receive(all.slice(3));
    await session.act(aGroup('Elm'));
    expect(groupNames(session)).not.toContain('Birch');
    await session.close();
    site.journal.base = null;
    site.journal.entries = all;
    const again = await opened(site, true);
    expect([again.origin, groupNames(again.session)]).toEqual([
      'journal',
      ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'],
    ]);
    expect(again.session.pending()).toHaveLength(1);
  });

  it('goes back behind the checkpoint where others’ commits stand in its place', async () => {
    const { all, base } = await anOffice(3);
    const site = aNewcomer();
    const { session } = await opened(site);
    site.journal.base = base;
    await session.begin();
    await session.receive(all.slice(3));
    site.journal.base = null;
    site.journal.entries = [];
    expect(await session.rewind(null)).toMatchObject({ ok: true });
    expect(session.head).toBeNull();
    expect(await session.receive(all)).toMatchObject({ ok: true });
    expect(groupNames(session)).toEqual(['Alder', 'Birch', 'Cedar', 'Dogwood']);
  });
});
