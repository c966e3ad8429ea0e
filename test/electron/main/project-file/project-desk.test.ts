import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { PendingIntent } from '#core/ledger/commit';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { contentsIn } from '../../../../electron/main/ledger/ledger-contents';
import { LedgerDesk } from '../../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../../electron/main/ledger/ledger-places';
import { ProjectDesk, type AskProject } from '../../../../electron/main/project-file/project-desk';
import { partsOfAccount } from '../../../../electron/main/project-file/project-entries';
import { answerProject, openProject } from '../../../../electron/main/project-file/project-service';
import { writeProjectFile } from '../../../../electron/main/project-file/write-project-file';
import { noLock } from '../../../../electron/main/trust/key-file';
import { FakeProcesses } from '../../../support/checking';
import { deskLedger, DeskComputer } from '../../../support/desk-computer';
import { temporaryFolder } from '../../../support/temporary-folder';

const ledger = 'ledger-a';
const day = '2026-06-01';
const caller = { contentsId: 1 };
const about = { day, at: `${day}T08:00:00.000Z`, rules: 2 as const };

/** Acts of an account of one complex with one person, by the device on which they were done. */
function firstActs(): readonly PendingIntent[] {
  const opening = openingIntent({
    ...{ id: 'opening', day, at: about.at, device: 'site' },
    ...{ name: 'Sunrise Services', timeZone: 'UTC', ownerName: 'Olga Owner' },
  });
  return [
    { ...opening, rules: 2 },
    act('c1', 'group.create', { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' }),
    act('c2', 'user.create', { id: 'ann', groupId: 'sunrise', name: 'Ann Berg' }),
  ];
}

function act(id: string, name: string, args: unknown, device = 'site'): PendingIntent {
  return { ...about, id, by: 'owner', device, do: name, args };
}

function committed(acts: readonly PendingIntent[]): readonly Uint8Array[] {
  let prev = noHash;
  return acts.map((one, index) => {
    const entry = encodeCommit({ ...one, ledger, seq: index + 1, prev, rules: 2 });
    prev = hashEntry(entry);
    return entry;
  });
}

const askHere: AskProject = (request) => ({
  answer: answerProject(request) as never,
  giveUp: () => undefined,
});

class Office {
  saveAs: string | null = null;
  private calls = 0;

  private constructor(
    readonly desk: LedgerDesk,
    readonly projects: ProjectDesk,
    readonly folder: string,
  ) {}

  static async made(): Promise<Office> {
    const profile = await temporaryFolder();
    const desk = new LedgerDesk({
      files: new LedgerFiles(profile),
      places: new LedgerPlaces(),
      passwordFor: () => null,
      keyLock: () => noLock,
      spawnCheck: new FakeProcesses().spawn,
      onHint: () => undefined,
      onVoided: () => undefined,
      onHealed: () => undefined,
      onChanged: () => undefined,
    });
    const projects = new ProjectDesk({
      desk,
      ask: askHere,
      askForFile: () => Promise.resolve(office.saveAs),
      onGiven: () => undefined,
    });
    const office: Office = new Office(desk, projects, profile);
    offices.push(office);
    return office;
  }

  /** Saves the account, and answers its bytes. */
  async saved(passphrase: string | null = null, groupId: string | null = null): Promise<Uint8Array<ArrayBuffer>> {
    this.saveAs = join(this.folder, 'saved.trellis');
    const answer = await this.trySave(passphrase, groupId);
    if (!answer.ok) throw new Error(answer.failure.kind);
    return new Uint8Array(await readFile(this.saveAs));
  }

  trySave(passphrase: string | null = null, groupId: string | null = null) {
    const request = { ledger, name: 'Sunrise Services', groupId, by: 'owner', timeZone: 'UTC', passphrase };
    return Promise.resolve(this.projects.handlers()['project.save'](request, caller));
  }

  async look(bytes: Uint8Array, passphrase: string | null = null) {
    this.calls += 1;
    const id = `look-${String(this.calls)}`;
    const answer = await this.projects
      .handlers()
      ['project.look']({ id, bytes: Uint8Array.from(bytes), passphrase, restore: null }, caller);
    return { id, answer };
  }

  async contents(bytes: Uint8Array, passphrase: string | null = null) {
    const { id, answer } = await this.look(bytes, passphrase);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return { id, contents: answer.value };
  }

  async take(bytes: Uint8Array, as: 'itself' | 'copy' = 'itself') {
    const { id } = await this.contents(bytes);
    return this.projects.handlers()['project.take']({ id, as, by: null }, caller);
  }

  /** Everything that is kept of the open account, replayed. */
  async replica(of = ledger): Promise<Replica> {
    const contents = await this.desk.look(of, contentsIn);
    if (contents?.ok !== true) throw new Error('nothing is kept');
    const replica = Replica.empty(of);
    if (contents.value.entries.length > 0) replica.receive(contents.value.entries);
    for (const intent of contents.value.waiting) {
      const prepared = replica.prepareAgain(intent);
      if (prepared.ok) replica.accept(prepared.step);
    }
    return replica;
  }

  async digest(of = ledger): Promise<unknown> {
    return (await this.replica(of)).ask('digest', {}, { day, by: 'owner' });
  }

  async note(intent: PendingIntent): Promise<void> {
    const journal = this.desk.journalOf(ledger);
    if (!journal.ok) throw new Error('it is not open');
    await journal.value.note([{ kind: 'intent', intent }]);
  }
}

const offices: Office[] = [];
afterEach(() => Promise.all(offices.splice(0).map(({ desk }) => desk.close())));

async function anOffice(): Promise<Office> {
  const office = await Office.made();
  await office.desk.create(ledger, 'owner', firstActs());
  return office;
}

describe('a project file between two computers', () => {
  it('brings an account that was never shared to another one, with the same digest, and twice changes nothing', async () => {
    const [one, other] = [await anOffice(), await Office.made()];
    const bytes = await one.saved();
    const { contents } = await other.contents(bytes);
    expect(contents).toMatchObject({
      name: 'Sunrise Services',
      kind: 'account',
      commits: 0,
      waiting: 3,
      void: 0,
      last: about.at,
      here: { kind: 'absent' },
      changes: null,
      outline: { groups: 2, people: 2, lines: [{ depth: 0 }, { depth: 1, name: 'Sunrise', people: 1 }] },
    });
    expect(await other.take(bytes)).toMatchObject({ ok: true, value: { ledger, by: null } });
    expect(await other.digest()).toEqual(await one.digest());
    expect((await other.contents(bytes)).contents.here).toEqual({ kind: 'kept', commits: 0, waiting: 0 });
    await other.take(bytes);
    expect(await other.digest()).toEqual(await one.digest());
    expect(await other.saved()).toEqual(bytes);
  });

  it('brings together what both did meanwhile, and says before what would be different', async () => {
    const [one, other] = [await anOffice(), await Office.made()];
    await other.take(await one.saved());
    await one.note(act('h1', 'user.create', { id: 'ben', groupId: 'sunrise', name: 'Ben Cole' }));
    await other.note(act('o1', 'group.update', { groupId: 'sunrise', set: { name: 'Sunset' } }, 'van'));
    const bytes = await other.saved();
    const { contents } = await one.contents(bytes);
    expect(contents.here).toEqual({ kind: 'kept', commits: 0, waiting: 1 });
    expect(contents.changes).toEqual([
      {
        table: 'groups',
        added: { count: 0, shown: [] },
        changed: { count: 1, shown: [{ name: 'Sunset' }] },
        removed: { count: 0, shown: [] },
      },
    ]);
    await one.take(bytes);
    const { model } = await one.replica();
    expect([model.group('sunrise').name, model.row('users', 'ben')?.name]).toEqual(['Sunset', 'Ben Cole']);
  });

  it('adds the commits that are missing, and refuses others in their place, which can only be opened as a copy', async () => {
    const acts = firstActs();
    const [one, other] = [await Office.made(), await Office.made()];
    for (const [office, count] of [
      [one, 3],
      [other, 2],
    ] as const) {
      await office.desk.create(ledger, 'owner', acts);
      const journal = office.desk.journalOf(ledger);
      if (journal.ok) await journal.value.keepCommits(committed(acts.slice(0, count)));
    }
    const bytes = await one.saved();
    expect((await other.contents(bytes)).contents.here).toEqual({ kind: 'kept', commits: 1, waiting: 0 });
    await other.take(bytes);
    expect(await other.digest()).toEqual(await one.digest());

    const third = await Office.made();
    await third.desk.create(ledger, 'owner', acts);
    const journal = third.desk.journalOf(ledger);
    if (journal.ok) await journal.value.keepCommits(committed([acts[0], acts[2], acts[1]] as PendingIntent[]));
    const before = await third.digest();
    const parted = await third.contents(bytes);
    expect(parted.contents.here).toEqual({ kind: 'parted' });
    expect(await third.take(bytes)).toMatchObject({ ok: false, failure: { kind: 'diverged' } });
    expect(await third.desk.open()).toMatchObject({ ok: true, value: { ledger } });
    expect(await third.digest()).toEqual(before);
    const copied = await third.take(bytes, 'copy');
    if (!copied.ok) throw new Error(copied.failure.kind);
    expect(copied.value.ledger).not.toBe(ledger);
    const copy = await third.replica(copied.value.ledger);
    expect(copy.model.root.name).toBe('Sunrise Services (copy of 2026-06-01 08:00 UTC)');
    expect(copy.model.row('users', 'ann')?.name).toBe('Ann Berg');
    expect(await third.digest()).toEqual(before);
  });

  it('opens only with its passphrase where it was locked, and tells nothing outside', async () => {
    const [one, other] = [await anOffice(), await Office.made()];
    const bytes = await one.saved('correct horse');
    expect(Buffer.from(bytes).includes('Sunrise')).toBe(false);
    const codeWith = async (passphrase: string | null): Promise<unknown> => {
      const { answer } = await other.look(bytes, passphrase);
      return answer.ok ? answer.value.isSealed : answer.failure;
    };
    expect(await codeWith(null)).toEqual({ kind: 'unreadable', failure: { code: 'PASSPHRASE_NEEDED' } });
    expect(await codeWith('wrong horse')).toEqual({ kind: 'unreadable', failure: { code: 'WRONG_PASSPHRASE' } });
    expect(await codeWith('correct horse')).toBe(true);
  });

  it('of a protected account becomes a new one that goes on from it, without its keys, where every key is lost', async () => {
    const place = await temporaryFolder();
    const olga = await (await DeskComputer.make('olga', [place])).start();
    await olga.protect();
    await (await olga.share(place)).sync();
    const invitation = await olga.invite('bob');
    const site = await (await DeskComputer.make('site', [place])).join(place);
    await site.accept(invitation, 'bob');
    site.done('bob', 'group.create', { id: 'g', parentId: 'root', kind: 'complex', name: 'Sonnenhof' });
    await site.sync();
    await olga.sync();
    const { head } = olga.replica;
    const stateHash = olga.digest();
    // Done and not sent: only this computer has it.
    olga.done('owner', 'user.create', { id: 'una', groupId: 'g', name: 'Una Unsent' });
    const { desk } = olga;
    const summary = await desk.look(deskLedger, (journal) => journal.summary());
    expect(summary?.open).toEqual([]);
    const noted = desk.journalOf(deskLedger);
    if (!noted.ok) throw new Error(noted.failure.kind);
    const waiting = olga.replica.pending[0];
    if (waiting === undefined) throw new Error('nothing waits');
    await noted.value.note([{ kind: 'intent', intent: waiting }]);

    const projects = new ProjectDesk({
      ...{ desk, ask: askHere, askForFile: () => Promise.resolve(null), onGiven: () => undefined },
    });
    const begun = await projects.handlers()['project.goOn']({ ledger: deskLedger }, caller);
    if (!begun.ok) throw new Error(begun.failure.kind);
    const { ledger, by, store } = begun.value;
    expect({ isNew: ledger !== deskLedger, by, store }).toEqual({ isNew: true, by: null, store: null });
    const kept = await desk.look(ledger, contentsIn);
    if (kept?.ok !== true) throw new Error('nothing is kept');
    const next = Replica.empty(ledger);
    for (const intent of kept.value.waiting) {
      const prepared = next.prepareAgain(intent);
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
      next.accept(prepared.step);
    }
    for (const table of ['groups', 'users', 'blocks', 'numbers', 'devices'] as const)
      expect([...next.model.rows(table)], table).toEqual([...olga.replica.model.rows(table)]);
    expect(next.model.row('users', 'una')?.name).toBe('Una Unsent');
    expect([next.model.size('protection'), next.model.size('computers'), next.model.size('invitations')]).toEqual([
      0, 0, 0,
    ]);
    expect(next.model.account.continues).toEqual({ ledger: deskLedger, ...head, stateHash });
    // The old account is still kept here, as it was.
    expect((await desk.accounts()).map((account) => account.ledger).sort()).toEqual([deskLedger, ledger].sort());
    await desk.close();
    await site.desk.close();
  });

  it('of a protected account is saved only under a passphrase', async () => {
    const place = await temporaryFolder();
    const olga = await (await DeskComputer.make('olga', [place])).start();
    await (await (await olga.share(place)).sync()).protect();
    await olga.sync();
    const file = join(await temporaryFolder(), 'saved.trellis');
    const { desk } = olga;
    const projects = new ProjectDesk({
      ...{ desk, ask: askHere, askForFile: () => Promise.resolve(file), onGiven: () => undefined },
    });
    const save = (passphrase: string | null) =>
      projects
        .handlers()
        ['project.save'](
          { ledger: deskLedger, name: 'Sunrise', groupId: null, by: 'owner', timeZone: 'UTC', passphrase },
          caller,
        );
    expect(await save(null)).toEqual({ ok: false, failure: { kind: 'protected' } });
    expect(await save('correct horse')).toMatchObject({ ok: true });

    // Somebody puts an act into the file that waits for its place: nobody has signed it.
    const opened = await openProject(new Uint8Array(await readFile(file)), 'correct horse');
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(opened.value).toMatchObject({ isProtected: true, isSealed: true, refused: [] });
    const { manifest, entries } = opened.value;
    const forged = act('forged', 'user.create', { id: 'eve', groupId: 'root', name: 'Eve', roleId: 'owner' });
    const bytes = await writeProjectFile({
      ...manifest,
      parts: partsOfAccount({ beginning: null, entries, waiting: [forged] }),
    });
    const looked = await projects
      .handlers()
      ['project.look']({ id: 'a', bytes: Uint8Array.from(bytes), passphrase: null, restore: null }, caller);
    expect(looked).toMatchObject({ ok: true, value: { waiting: 1, here: { kind: 'kept', commits: 0, waiting: 0 } } });
    await projects.handlers()['project.take']({ id: 'a', as: 'itself', by: null }, caller);
    const kept = await desk.look(deskLedger, contentsIn);
    expect(kept?.ok === true && kept.value.waiting).toEqual([]);
    await desk.close();
  });

  it('of one group can be looked at, and is opened as nothing', async () => {
    const [one, other] = [await anOffice(), await Office.made()];
    const bytes = await one.saved(null, 'sunrise');
    const { contents } = await other.contents(bytes);
    expect(contents).toMatchObject({ kind: 'view', outline: { groups: 1, people: 1 }, commits: 0 });
    expect(await other.take(bytes)).toEqual({ ok: false, failure: { kind: 'nothing-there' } });
  });

  it('that was damaged is named, and that was not packed here is refused', async () => {
    const office = await anOffice();
    const bytes = await office.saved();
    const changed = Uint8Array.from(bytes);
    changed[200] = (changed[200] ?? 0) ^ 1;
    for (const [given, code] of [
      [changed, 'DAMAGED'],
      [bytes.subarray(0, 400), 'DAMAGED'],
      [Buffer.from('Name,E-mail\n'), 'NOT_A_PROJECT_FILE'],
    ] as const)
      expect((await office.look(given)).answer).toMatchObject({ ok: false, failure: { failure: { code } } });
  });

  it('that was opened outside of the window is handed over once, and says where it cannot be read', async () => {
    const office = await Office.made();
    const file = join(office.folder, 'given.trellis');
    await writeFile(file, 'PK');
    const given = (kind: 'project' | 'grant' = 'project') =>
      office.projects.handlers()['project.given']({ kind }, caller);
    office.projects.give(file);
    expect(await given()).toMatchObject({ value: { name: 'given.trellis', bytes: Uint8Array.from([0x50, 0x4b]) } });
    expect(await given()).toMatchObject({ value: null });
    office.projects.give(join(office.folder, 'gone.trellis'));
    expect(await given()).toMatchObject({ value: { name: 'gone.trellis', bytes: null } });
    // Licenses wait until somebody asks for them who can take them in, and a file is never read as the other kind.
    const licenses = join(office.folder, 'Licenses for Sunrise.trellis-grant');
    await writeFile(licenses, 'PK');
    office.projects.give(licenses);
    expect(await given()).toMatchObject({ value: null });
    expect(await given('grant')).toMatchObject({ value: { name: 'Licenses for Sunrise.trellis-grant' } });
    expect(await given('grant')).toMatchObject({ value: null });
  });
});
