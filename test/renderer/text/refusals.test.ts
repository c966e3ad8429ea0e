import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/src/text/english';
import type { Names } from '../../../renderer/src/text/names';
import { refusalSentence, warningSentence } from '../../../renderer/src/text/refusals/refusal-sentence';
import { textWriter } from '../../../renderer/src/text/text';
import { refuse, ruleOfCode, type RefusalCode } from '../../../shared/rules/refusals';

const problems: string[] = [];
const writer = textWriter(createIntl({ locale: 'en-GB', messages: { ...english }, onError: (error) => problems.push(error.message) }));
const names: Names = {
  group: (id) => `group ${String(id)}`, user: (id) => `user ${String(id)}`, number: (id) => `number ${String(id)}`, menu: (id) => `menu ${String(id)}`,
  role: (id) => `role ${String(id)}`, type: (id) => `type ${String(id)}`, resource: (id) => `resource ${String(id)}`, feature: (id) => `feature ${String(id)}`,
  root: () => 'the root', thing: (id) => `thing ${String(id)}`,
};
/** Every parameter that the rules put into a refusal, so that a message that asks for another one shows a gap. */
const parameters = {
  path: 'name', problem: 'a problem', name: 'House 1', kind: 'group', id: 'x1', field: 'code', expected: 'A', actual: 'B', role: 'technical', needs: 'allocate',
  userId: 'u', groupId: 'g', blockId: 'b', numberId: 'n', menuId: 'm', seatId: 's', roleId: 'r', serial: 'S-1', pool: 'p', typeId: 'link.plus', resource: 'sip', day: '2026-05-01',
  limit: 3, needed: 5, sip: 1, mobileApp: 2, claims: { blocks: 1 }, feature: 'analytics', reason: 'outstanding', to: 'support', floor: 4, until: '2027-01-01', noticeDays: 30, terminationFee: 100,
};
const codes = Object.keys(ruleOfCode) as readonly RefusalCode[];

describe('a refusal in plain words', () => {
  it.each(codes)('has a message of its own for %s, without a gap in it', (code) => {
    problems.length = 0;
    const { message, help, rule } = refusalSentence(refuse(code, parameters), writer, names);
    expect(problems).toEqual([]);
    expect(message.length).toBeGreaterThan(10);
    expect(`${message} ${help ?? ''}`).not.toMatch(/undefined|null|NaN|\{|\}/);
    expect(rule).toBe(ruleOfCode[code]);
  });

  it('names the pool, the numbers and the day, and what would help', () => {
    const sentence = refusalSentence(refuse('POOL_EXCEEDED', { pool: 'sunrise', typeId: 'link.plus', day: '2026-05-01', limit: 10, needed: 11 }), writer, names);
    expect(sentence.message).toBe('group sunrise has 10 of type link.plus on 1 May 2026; this would need 11.');
    expect(sentence.help).toBe('Take 1 less, or get 1 more for group sunrise first.');
  });

  it('lists the claims that a move would take along', () => {
    const sentence = refusalSentence(refuse('POOL_CHANGE', { claims: { blocks: 1, seats: 2, allowances: 0, numbers: 3 } }), writer, names);
    expect(sentence.message).toContain('1 allocation, 2 licenses and 3 numbers');
  });

  it('says what somebody saw and what is there now', () => {
    const sentence = refusalSentence(refuse('STALE', { field: 'status', expected: 'draft', actual: 'locked' }), writer, names);
    expect(sentence.message).toBe('“Status” has changed meanwhile: you saw Draft, now it is Locked.');
  });

  it('says differently that newer things depend on what would be undone, and that the root takes no allocation', () => {
    expect(refusalSentence(refuse('STALE', { field: 'dependents', expected: 0, actual: 2 }), writer, names).message).toBe('2 newer things depend on what would be taken back.');
    expect(refusalSentence(refuse('ROOT', { groupId: 'root' }, 'D2'), writer, names).help).toBe('Add a purchase instead.');
  });

  it('names the field that is wrong', () => {
    const sentence = refusalSentence(refuse('INVALID', { path: 'set.validFrom', problem: 'not a day of the calendar' }), writer, names);
    expect(sentence.message).toBe('First day: not a day of the calendar.');
  });

  it.each(['SHORT_LATER', 'MENU_GROUPS_REMOVED'] as const)('has a message for the warning %s', (code) => {
    problems.length = 0;
    const { message } = warningSentence({ code, pool: 'p', typeId: 'link.plus', day: '2026-05-01', short: 2, menuId: 'm' }, writer, names);
    expect(problems).toEqual([]);
    expect(message).not.toMatch(/undefined|\{/);
  });
});
