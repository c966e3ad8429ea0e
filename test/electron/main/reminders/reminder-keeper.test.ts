import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToldReminders } from '../../../../electron/main/reminders/told-reminders';
import { RemindedAccount, RemindedComputer } from '../../../support/reminding';
import { temporaryFolder } from '../../../support/temporary-folder';

const begun = '2026-03-01';
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

async function aComputer(account: RemindedAccount, day = begun): Promise<RemindedComputer> {
  const computer = new RemindedComputer(account, await temporaryFolder(), noon(day));
  await computer.look();
  return computer;
}

function anAccount(): RemindedAccount {
  return new RemindedAccount(begun).act(begun, 'reminder.set', {
    groupId: 'root',
    policy: { daysBefore: 10, repeat: 'weekly', recipients: ['olga@example.org'] },
  });
}

describe('reminding', () => {
  it('tells each reminder on its day and the end on the last day, as time passes, each once', async () => {
    const computer = await aComputer(anAccount().withBlock(begun, 'plus', '2026-03-20'));
    expect(computer.notifier.titles).toEqual([]);
    await computer.passUntil('2026-03-10T23:00:00Z');
    expect(computer.notifier.shown).toMatchObject([
      {
        title: '5 × Link Plus in Northside end on 20 Mar 2026',
        body: 'In 10 days. To be reminded: olga@example.org.',
        groupId: 'root',
      },
    ]);
    await computer.passUntil('2026-03-17T12:00:00Z');
    expect(computer.notifier.shown[1]?.body).toContain('In 3 days.');
    await computer.passUntil('2026-04-30T12:00:00Z');
    expect(computer.notifier.titles.slice(2)).toEqual(['5 × Link Plus in Northside end today']);
    expect(computer.defects).toEqual([]);
  });

  it('tells that the contract renews on its day, beside what ends and after it, each once', async () => {
    const account = anAccount().act(begun, 'account.update', {
      set: { contract: { reductionPolicy: 'selfService', renewsOn: '2026-03-05' } },
    });
    for (const id of ['one', 'two', 'three', 'four']) account.withBlock(begun, id, '2026-03-05');
    const computer = await aComputer(account);
    const told = (): readonly string[] => computer.notifier.titles.filter((title) => title.includes('contract'));
    await computer.passUntil('2026-03-04T23:00:00Z');
    expect(told()).toEqual([]);
    await computer.passUntil('2026-03-05T12:00:00Z');
    expect(computer.notifier.shown.at(-2)).toMatchObject({
      title: 'The contract of Northside renews',
      body: 'Its next term begins on 5 Mar 2026.',
      groupId: 'root',
    });
    await computer.restartAt('2026-03-06T12:00:00Z');
    expect(told()).toHaveLength(1);
    expect(computer.defects).toEqual([]);
  });

  it('says that nobody is named where a reminder has no recipient', async () => {
    const account = new RemindedAccount(begun).act(begun, 'reminder.set', {
      groupId: 'root',
      policy: { daysBefore: 2, repeat: 'once' },
    });
    const computer = await aComputer(account.withBlock(begun, 'plus', '2026-03-03'));
    expect(computer.notifier.shown[0]?.body).toBe('In 2 days. Nobody is named to be reminded for Northside.');
  });

  it('follows the calendar of the account, not that of the computer', async () => {
    const account = new RemindedAccount(begun, 'Pacific/Auckland').withBlock(begun, 'plus', '2026-03-05');
    const computer = await aComputer(account);
    // In March Auckland is 13 hours ahead: its 5th begins at 11:00 of the 4th in UTC.
    await computer.passUntil('2026-03-04T10:59:59Z');
    expect(computer.notifier.titles).toEqual([]);
    await computer.passUntil('2026-03-04T11:00:00Z');
    expect(computer.notifier.titles).toEqual(['5 × Link Plus in Northside end today']);
  });

  it('catches up after days off: of a block only the newest, and never what was told', async () => {
    const computer = await aComputer(
      anAccount().withBlock(begun, 'plus', '2026-03-20').withBlock(begun, 'more', '2026-04-20', 'root', 1),
    );
    await computer.passUntil('2026-03-11T12:00:00Z');
    expect(computer.notifier.titles).toHaveLength(1);
    await computer.restartAt('2026-04-12T08:00:00Z');
    expect(computer.notifier.titles.slice(1)).toEqual([
      '5 × Link Plus in Northside ended on 20 Mar 2026',
      '1 × Link Plus in Northside ends on 20 Apr 2026',
    ]);
    await computer.restartAt('2026-04-12T09:00:00Z');
    await computer.restartAt('2026-04-13T09:00:00Z');
    expect(computer.notifier.titles).toHaveLength(3);
  });

  it('tells many blocks in one summary, which leads to the group that holds them all', async () => {
    const account = anAccount().act(begun, 'group.create', {
      id: 'sunrise',
      parentId: 'root',
      kind: 'complex',
      name: 'Sunrise',
    });
    const allocate = [15, 15, 30, 30, 30, 30].map((day, index) => ({
      id: `part-${index}`,
      typeId: 'link.plus',
      quantity: 2,
      validUntil: `2026-03-${day}`,
    }));
    account
      .withBlock(begun, 'all', '2027-03-01', 'root', 100)
      .act(begun, 'restriction.set', { groupId: 'sunrise', mode: 'own', allocate });
    const computer = await aComputer(account);
    await computer.restartAt('2026-03-25T08:00:00Z');
    expect(computer.notifier.shown).toHaveLength(1);
    expect(computer.notifier.shown[0]).toMatchObject({
      title: 'Licenses: 2 have ended, 4 end soon',
      groupId: 'sunrise',
    });
    expect(computer.notifier.shown[0]?.body.split('\n')).toHaveLength(4);
    expect(computer.notifier.shown[0]?.body).toContain('and 3 more');
    computer.notifier.takeUpLast();
    expect(computer.opened).toEqual(['ledger-a sunrise']);
    await computer.restartAt('2026-03-25T09:00:00Z');
    expect(computer.notifier.shown).toHaveLength(1);
  });

  it('tells a person who just came nothing of the past', async () => {
    const account = anAccount().withBlock(begun, 'plus', '2026-03-20').withBlock(begun, 'today', '2026-03-25');
    const computer = await aComputer(account, '2026-03-25');
    expect(computer.notifier.titles).toEqual(['5 × Link Plus in Northside end today']);
  });

  it('reminds again when the end has moved', async () => {
    const account = anAccount().withBlock(begun, 'plus', '2026-03-11');
    const computer = await aComputer(account);
    expect(computer.notifier.titles).toEqual(['5 × Link Plus in Northside end on 11 Mar 2026']);
    account.act(begun, 'block.update', {
      blockId: 'plus',
      set: { validUntil: '2026-03-21' },
      was: { validUntil: '2026-03-11' },
    });
    await computer.passUntil('2026-03-12T12:00:00Z');
    expect(computer.notifier.titles.slice(1)).toEqual(['5 × Link Plus in Northside end on 21 Mar 2026']);
  });

  it('looks soon after opening, and after acts only when it has been quiet enough to take them back', async () => {
    const account = anAccount();
    const computer = await aComputer(account);
    account.withBlock(begun, 'plus', begun);
    computer.notice('kept');
    await computer.passUntil('2026-03-01T12:00:59Z');
    expect(computer.notifier.titles).toEqual([]);
    await computer.passUntil('2026-03-01T12:01:00Z');
    expect(computer.notifier.titles).toHaveLength(1);
    account.withBlock(begun, 'more', begun);
    computer.notice('opened');
    await computer.passUntil('2026-03-01T12:01:05Z');
    expect(computer.notifier.titles).toHaveLength(2);
  });

  it('tells only those who may see the licenses, and nobody while no account is open', async () => {
    const account = anAccount()
      .withBlock(begun, 'plus', begun)
      .act(begun, 'user.create', { id: 'rosa', groupId: 'root', name: 'Rosa' });
    const computer = new RemindedComputer(account, await temporaryFolder(), noon(begun));
    computer.by = 'rosa';
    await computer.look();
    computer.by = 'owner';
    computer.isOpen = false;
    await computer.look();
    expect(computer.notifier.titles).toEqual([]);
    computer.isOpen = true;
    await computer.look();
    expect(computer.notifier.titles).toHaveLength(1);
  });
});

describe('what was told', () => {
  it('is on the disk before it is shown, so that a crash in between never tells it twice', async () => {
    const folder = await temporaryFolder();
    const account = anAccount().withBlock(begun, 'plus', begun);
    const computer = new RemindedComputer(account, folder, noon(begun));
    let kept = Promise.resolve('');
    const { show } = computer.notifier;
    Object.assign(computer.notifier, {
      show: (...shown: Parameters<typeof show>) => {
        kept = readFile(join(folder, 'reminders.json'), 'utf8');
        show(...shown);
      },
    });
    await computer.look();
    expect(JSON.parse(await kept)).toEqual({ since: begun, keys: [`${begun} end plus`] });
    await computer.restartAt(`${begun}T13:00:00Z`);
    expect(computer.notifier.titles).toHaveLength(1);
  });

  it('does not count what could not be shown, and is shown when it can', async () => {
    const account = anAccount()
      .withBlock(begun, 'plus', begun)
      .act(begun, 'group.create', { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' });
    account.act(begun, 'restriction.set', {
      groupId: 'sunrise',
      mode: 'own',
      allocate: [{ id: 'part', typeId: 'link.plus', quantity: 2, validUntil: begun }],
    });
    const computer = new RemindedComputer(account, await temporaryFolder(), noon(begun));
    computer.notifier.failsOver = 'Sunrise';
    await computer.look();
    expect(computer.notifier.titles).toEqual(['5 × Link Plus in Northside end today']);
    expect(computer.defects).toHaveLength(1);
    computer.notifier.failsOver = null;
    computer.notifier.isSilent = true;
    await computer.restartAt(`${begun}T13:00:00Z`);
    expect(computer.notifier.titles).toHaveLength(1);
    computer.notifier.isSilent = false;
    await computer.restartAt(`${begun}T14:00:00Z`);
    expect(computer.notifier.titles.slice(1)).toEqual(['2 × Link Plus in Sunrise end today']);
  });

  it('tells nothing when it cannot be noted, and tries again', async () => {
    const folder = await temporaryFolder();
    const computer = new RemindedComputer(
      anAccount().withBlock(begun, 'plus', begun),
      join(folder, 'file', 'inside'),
      noon(begun),
    );
    await writeFile(join(folder, 'file'), '');
    await computer.look();
    expect(computer.notifier.titles).toEqual([]);
    expect(computer.defects).toHaveLength(1);
  });

  it('begins anew with today when its file is damaged, and forgets what is too old to be looked at', async () => {
    const folder = await temporaryFolder();
    const computer = new RemindedComputer(
      new RemindedAccount(begun)
        .withBlock(begun, 'plus', '2026-03-20')
        .withBlock(begun, 'soon', '2026-03-25')
        .withBlock(begun, 'later', '2027-03-25'),
      folder,
      noon(begun),
    );
    await computer.look();
    await computer.passUntil('2026-03-21T12:00:00Z');
    expect(computer.notifier.titles).toHaveLength(1);
    await writeFile(join(folder, 'reminders.json'), '{"since":');
    await computer.restartAt('2026-03-25T12:00:00Z');
    expect(computer.notifier.titles).toHaveLength(2);
    await computer.restartAt('2027-03-25T12:00:00Z');
    expect((await new ToldReminders(() => folder).read('ledger-a'))?.keys).toEqual(['2027-03-25 end later']);
  });
});
