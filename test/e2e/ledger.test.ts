import { afterAll, describe, expect, it } from 'vitest';
import { FolderStore } from '../../electron/main/stores/folder/folder';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { direct, type Direct } from '../support/direct';
import { entriesAfter } from '../support/ledger-entries';
import { failureOf, patient, readAll } from '../support/store-calls';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

/** A folder that holds an account with one group. */
async function sharedFolder(): Promise<{
  readonly folder: string;
  readonly store: Direct<FolderStore>;
  readonly replica: Replica;
}> {
  const folder = temporaryFolder('shared');
  folders.push(folder);
  const replica = Replica.empty('shared-ledger');
  const moment = { day: '2026-01-10', at: '2026-01-10T08:00:00.000Z', device: 'office' };
  const opening = openingIntent({ id: 'open', ...moment, name: 'Account', timeZone: 'UTC', ownerName: 'Olga' });
  for (const call of [
    opening,
    { do: 'group.create', args: { id: 'complex', parentId: 'root', kind: 'complex', name: 'Sunrise' } },
  ]) {
    const prepared = replica.prepareAct(
      { do: call.do, args: call.args },
      { ...moment, by: 'owner', commit: `c-${call.do}` },
    );
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    replica.accept(prepared.step);
  }
  const store = direct(new FolderStore(folder, { ledger: null, mayBeEmpty: true }));
  const { entries, expected } = replica.outgoing(10);
  await store.append(entries, expected, patient());
  replica.receive(entries);
  return { folder, store, replica };
}

describe('a ledger through the channels of a real window', () => {
  it('comes in and goes out only after the check in its own process, which may be killed', async () => {
    const { folder, store, replica } = await sharedFolder();
    const trellis = await launchTrellis({ args: [`--join=${folder}`] });
    const { page, app } = trellis;
    const joined = await page.evaluate(async () => {
      const invitation = await window.trellis.call['ledger.invitation']({});
      return window.trellis.call['ledger.join']({ place: invitation.ok ? (invitation.value ?? '') : '' });
    });
    expect(joined).toMatchObject({ ok: true, value: { ledger: 'shared-ledger', by: null, head: null } });
    const read = (call: string) =>
      page.evaluate(async (name) => {
        const page = await window.trellis.call['ledger.read']({
          ledger: 'shared-ledger',
          call: name,
          after: 0,
          limit: { entries: 100, bytes: 1_000_000 },
        });
        return page.ok ? page.value.entries.map((entry) => new TextDecoder().decode(entry)) : page.failure.kind;
      }, call);
    const entries = (await readAll(store)).map((entry) => Buffer.from(entry).toString());
    // The window joins by itself at its start: while it does, the ledger is between two openings for a moment.
    let reads = 0;
    await expect.poll(() => read(`read-${String((reads += 1))}`)).toEqual(entries);

    const killed = await app.evaluate(({ app: main }) => {
      const checks = main.getAppMetrics().filter((metric) => metric.name === 'Ledger check');
      for (const { pid } of checks) process.kill(pid, 'SIGKILL');
      return checks.length;
    });
    expect(killed).toBe(1);

    const prepared = replica.prepareAct(
      { do: 'group.create', args: { id: 'building', parentId: 'complex', kind: 'building', name: 'A' } },
      { commit: 'more', by: 'owner', day: '2026-01-11', at: '2026-01-11T08:00:00.000Z', device: 'laptop' },
    );
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    replica.accept(prepared.step);
    const { entries: outgoing, expected } = replica.outgoing(1);
    const append = (text: string, call: string) =>
      page.evaluate(
        ({ text: line, head, name }) =>
          window.trellis.call['ledger.append']({
            ledger: 'shared-ledger',
            call: name,
            entries: [new TextEncoder().encode(line)],
            expected: head,
          }),
        { text, head: expected, name: call },
      );
    const line = Buffer.from(outgoing[0]!).toString();
    expect(await append(line.replace('"complex"', '"nowhere"'), 'append-1')).toMatchObject({
      ok: false,
      failure: { kind: 'defect' },
    });
    expect(await readAll(store)).toHaveLength(2);
    expect(await append(line, 'append-2')).toMatchObject({ ok: true, value: { seq: 3 } });
    expect(await readAll(store)).toHaveLength(3);
    expect(
      (await failureOf(store.append(entriesAfter(expected, 1, { ledger: 'shared-ledger' }), expected, patient()))).kind,
    ).toBe('head-moved');
    await trellis.close();
  });

  it('refuses a folder that nobody chose in a dialog, and takes it once somebody has', async () => {
    const { folder } = await sharedFolder();
    const trellis = await launchTrellis({ chosenFolder: folder });
    const join = () => trellis.page.evaluate((place) => window.trellis.call['ledger.join']({ place }), folder);
    expect(await join()).toEqual({ ok: false, failure: { kind: 'not-chosen' } });
    await trellis.page.evaluate(() => window.trellis.call['app.chooseFolder']({}));
    expect(await join()).toMatchObject({ ok: true });
    await trellis.close();
  });
});
