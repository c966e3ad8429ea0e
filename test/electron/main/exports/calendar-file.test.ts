import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../../electron/main/exports/calendar-file';
import { mainTextsIn } from '../../../../electron/main/texts';
import { comingFor } from '#core/queries/coming';
import { RemindedAccount } from '../../../support/reminding';

const begun = '2026-03-01';
const written = new Date('2026-03-01T12:34:56Z');

function anAccount(): RemindedAccount {
  const account = new RemindedAccount(begun).act(begun, 'reminder.set', {
    groupId: 'root',
    policy: { daysBefore: 10, repeat: 'once', recipients: ['olga@example.org'] },
  });
  return account.act(begun, 'group.update', {
    groupId: 'root',
    set: { name: 'Größe; 90 % \\ „Nord“, '.repeat(5).trim() },
    was: { name: 'Northside' },
  });
}

function fileOf(account: RemindedAccount, now = written): string {
  const coming = comingFor(account.replica.model, 'owner', begun, '2027-12-31');
  if (coming === null) throw new Error('The account is not open.');
  return calendarFile('ledger-a', coming, now, mainTextsIn.en);
}

function eventsIn(file: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(file) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}

describe('the calendar file', () => {
  it('reads back in another program as the same days and texts', () => {
    const account = anAccount().withBlock(begun, 'plus', '2026-03-20');
    const events = eventsIn(fileOf(account));
    const { name } = account.replica.model.root;
    expect(
      events.map((event) => [event.startDate.toString(), event.startDate.isDate, event.summary, event.description]),
    ).toEqual([
      [
        '2026-03-10',
        true,
        `Reminder: 5 × Link Plus in ${name} end on 20 Mar 2026`,
        'To be reminded: olga@example.org.',
      ],
      ['2026-03-20', true, `5 × Link Plus in ${name} end`, 'This is the last day on which they count.'],
    ]);
    expect(events.map((event) => event.duration.toSeconds())).toEqual([86_400, 86_400]);
  });

  it('has the renewal of the contract on its day, named alike when it moves', () => {
    const renewing = (day: string) => {
      const contract = { reductionPolicy: 'selfService', renewsOn: day };
      return eventsIn(fileOf(anAccount().act(begun, 'account.update', { set: { contract } })));
    };
    const [event] = renewing('2027-01-01');
    expect([event?.startDate.toString(), event?.summary]).toEqual([
      '2027-01-01',
      expect.stringMatching(/^The contract of .* renews$/),
    ]);
    expect(renewing('2027-02-01').map(({ uid }) => uid)).toEqual([event?.uid]);
  });

  it('has lines of at most 75 bytes, each with its line break, and a stamp', () => {
    const file = fileOf(anAccount().withBlock(begun, 'plus', '2026-03-20'));
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = file.split('\r\n');
    expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line === 'DTSTAMP:20260301T123456Z')).toHaveLength(2);
  });

  it('names an event alike each time, so that a second import replaces the first, also after the end has moved', () => {
    const account = anAccount().withBlock(begun, 'plus', '2026-03-20').withBlock(begun, 'other', '2026-03-20');
    const uids = (file: string) => eventsIn(file).map((event) => event.uid);
    const first = fileOf(account);
    expect(new Set(uids(first)).size).toBe(4);
    expect(uids(fileOf(account, new Date('2026-03-02T00:00:00Z')))).toEqual(uids(first));
    account.act(begun, 'block.update', {
      blockId: 'plus',
      set: { validUntil: '2026-04-20' },
      was: { validUntil: '2026-03-20' },
    });
    const later = fileOf(account, new Date('2026-03-02T00:00:00Z'));
    expect(new Set(uids(later))).toEqual(new Set(uids(first)));
    expect(eventsIn(later)[0]?.sequence).toBeGreaterThan(eventsIn(first)[0]?.sequence ?? Infinity);
  });

  it('has its own name on one line, whatever stands in it', () => {
    const coming = comingFor(anAccount().replica.model, 'owner', begun, '2027-12-31');
    if (coming === null) throw new Error('The account is not open.');
    const file = calendarFile('ledger-a', { ...coming, accountName: 'North\nside; a, b\\c' }, written, mainTextsIn.en);
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    expect(file.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
    // The reader leaves what it has no type for escaped as it is.
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('North side\\; a\\, b\\\\c');
    expect(eventsIn(file)).toHaveLength(coming.events.length);
  });

  it('keeps the ids of the account to itself', () => {
    expect(fileOf(anAccount().withBlock(begun, 'plus-block-id', '2026-03-20'))).not.toContain('plus-block-id');
  });
});
