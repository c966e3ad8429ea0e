import { afterEach, describe, expect, it } from 'vitest';
import { noLock } from '../../../../electron/main/trust/key-file';
import { LedgerDesk } from '../../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../../electron/main/ledger/ledger-places';
import type { LedgerStore } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import { Replica } from '#core/ledger/replica';
import { checkHere } from '../../../support/check-here';
import { Copier } from '../../../support/kept/copier';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const opened: LedgerDesk[] = [];
afterEach(() => Promise.all(opened.splice(0).map((desk) => desk.close())));

interface Installation {
  readonly desk: LedgerDesk;
  readonly folder: string;
  readonly replica: Replica;
  readonly store: () => LedgerStore;
  readonly exchange: () => Promise<unknown>;
  readonly act: (id: string) => void;
}

async function anInstallation(name: string): Promise<Installation> {
  const places = new LedgerPlaces();
  const folder = await temporaryFolder();
  places.allow(folder);
  const files = new LedgerFiles(await temporaryFolder());
  const desk = new LedgerDesk({
    files,
    places,
    keyLock: () => noLock,
    passwordFor: () => null,
    spawnCheck: checkHere,
    onHint: () => undefined,
    onVoided: () => undefined,
    onHealed: () => undefined,
    onChanged: () => undefined,
  });
  opened.push(desk);
  const replica = Replica.empty('ledger-k');
  const store = (): LedgerStore => {
    const found = desk.storeOf('ledger-k');
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return found.value;
  };
  return {
    desk,
    folder,
    replica,
    store,
    exchange: () =>
      synchronise(
        {
          get head() {
            return replica.head;
          },
          receive: (entries, answers) => replica.receive(entries, answers),
          outgoing: (limit) => replica.outgoing(limit),
          rewind: (common) => {
            const journal = desk.journalOf('ledger-k');
            if (!journal.ok || common === undefined) throw new Error('Nobody says where both are the same');
            replica.accept(replica.prepareRewind(common, journal.value.summary().open));
            return Promise.resolve({ ok: true });
          },
        },
        store(),
        patient(),
      ),
    act: (id) => {
      const first = replica.head === null && replica.pending.length === 0;
      const prepared = replica.prepareAct(
        first
          ? { do: 'account.open', args: { name: 'Account', timeZone: 'UTC', ownerName: 'Owner' } }
          : { do: 'group.create', args: { id, parentId: 'root', kind: 'office', name: id } },
        { commit: id, by: 'owner', day: '2026-01-05', at: '2026-01-05T08:00:00.000Z', device: name },
      );
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
      replica.accept(prepared.step);
    },
  };
}

describe('the desk for ledgers in folders that a program copies', () => {
  it('puts the acts of other computers in order by the rules, and notes its own as the keeper’s', async () => {
    const [anna, ben] = [await anInstallation('anna'), await anInstallation('ben')];
    const copier = new Copier([anna.folder, ben.folder], 1);
    anna.act('opening');
    const made = await anna.desk.create('ledger-k', 'owner', anna.replica.pending);
    expect(made.ok).toBe(true);
    expect(await anna.desk.guess(anna.folder)).toMatchObject({ ok: true, value: { kind: 'kept' } });
    const shared = await anna.desk.connect('ledger-k', anna.folder, 'kept');
    expect(shared).toMatchObject({ ok: true, value: { store: { kind: 'kept' } } });
    expect(await anna.exchange()).toMatchObject({ ok: true });
    expect(anna.replica.pending).toEqual([]);
    await copier.copyAll();

    // Who joins does not have to know which kind of folder it is.
    expect(await ben.desk.join(ben.folder)).toMatchObject({ ok: true, value: { store: { kind: 'kept' } } });
    expect(await ben.exchange()).toMatchObject({ ok: true });
    ben.act('south');
    expect(await ben.exchange()).toMatchObject({ ok: true });
    expect(ben.replica.pending).toHaveLength(1);
    expect(await ben.store().order?.office(patient())).toMatchObject({ value: { isHere: false, term: 1000 } });
    for (let round = 0; round < 4; round += 1) {
      await copier.copyAll();
      expect(await anna.exchange()).toMatchObject({ ok: true });
      expect(await ben.exchange()).toMatchObject({ ok: true });
    }
    expect(ben.replica.pending).toEqual([]);
    expect(ben.replica.head).toEqual(anna.replica.head);
    expect(await anna.store().order?.office(patient())).toMatchObject({ value: { isHere: true, settledTo: 2 } });
  });

  it('gives way to the branch of whoever took over, and the acts that only the old one had in order get a place again', async () => {
    const [anna, ben] = [await anInstallation('anna'), await anInstallation('ben')];
    const copier = new Copier([anna.folder, ben.folder], 1);
    const exchange = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1) {
        await copier.copyAll();
        for (const one of [anna, ben]) expect(await one.exchange()).toMatchObject({ ok: true });
      }
    };
    anna.act('opening');
    await anna.desk.create('ledger-k', 'owner', anna.replica.pending);
    await anna.desk.connect('ledger-k', anna.folder, 'kept');
    await anna.exchange();
    await copier.copyAll();
    await ben.desk.join(ben.folder);
    await exchange();
    // Both go on without the other: Anna as before, Ben after he took over.
    anna.act('north');
    anna.act('north-too');
    expect(await anna.exchange()).toMatchObject({ ok: true });
    expect(anna.replica.pending).toEqual([]);
    expect(await ben.store().order?.change({ kind: 'force' }, patient())).toMatchObject({ ok: true });
    ben.act('south');
    expect(await ben.exchange()).toMatchObject({ ok: true });
    expect(ben.replica.pending).toEqual([]);
    await exchange();
    for (const one of [anna, ben]) {
      expect(one.replica.pending).toEqual([]);
      expect(one.replica.attention).toEqual([]);
      expect(one.replica.records.map(({ id }) => id)).toEqual(['opening', 'south', 'north', 'north-too']);
    }
    expect(anna.replica.head).toEqual(ben.replica.head);
    expect(await anna.store().order?.office(patient())).toMatchObject({ value: { isHere: false } });
  });

  it('refuses to connect a folder as kept in which a server’s ledger lies, by taking it as what it is', async () => {
    const anna = await anInstallation('anna');
    anna.act('opening');
    await anna.desk.create('ledger-k', 'owner', anna.replica.pending);
    expect(await anna.desk.connect('ledger-k', anna.folder, 'exclusive')).toMatchObject({
      value: { store: { kind: 'folder' } },
    });
    expect(await anna.exchange()).toMatchObject({ ok: true });
    await anna.desk.disconnect('ledger-k');
    expect(await anna.desk.connect('ledger-k', anna.folder, 'kept')).toMatchObject({
      value: { store: { kind: 'folder' } },
    });
  });
});
