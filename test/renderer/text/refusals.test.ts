import { describe, expect, it } from 'vitest';
import type { Names } from '../../../renderer/src/text/names';
import { refusalSentence, warningSentence } from '../../../renderer/src/text/refusals/refusal-sentence';
import { problemsOfWriting, writerIn, writers } from '../../support/renderer/writers';
import { problems as problemsOfArguments } from '#core/rules/problems';
import { refuse, ruleOfCode, warningCodes, type RefusalCode } from '#core/rules/refusals';

const writer = writerIn('en');
const germanWriter = writerIn('de');
const names: Names = {
  group: (id) => `group ${String(id)}`,
  user: (id) => `user ${String(id)}`,
  number: (id) => `number ${String(id)}`,
  menu: (id) => `menu ${String(id)}`,
  role: (id) => `role ${String(id)}`,
  type: (id) => `type ${String(id)}`,
  types: () => [],
  resource: (id) => `resource ${String(id)}`,
  feature: (id) => `feature ${String(id)}`,
  field: (id) => String(id),
  computer: (id) => String(id),
  root: () => 'the root',
  blockWithEnd: (id) => String(id),
  thing: (id) => `thing ${String(id)}`,
};
/** Every parameter that the rules put into a refusal, so that a message that asks for another one shows a gap. */
const parameters = {
  path: 'name',
  problem: 'notADay',
  name: 'House 1',
  kind: 'group',
  id: 'x1',
  field: 'code',
  expected: 'A',
  actual: 'B',
  role: 'technical',
  needs: 'allocate',
  userId: 'u',
  groupId: 'g',
  blockId: 'b',
  numberId: 'n',
  menuId: 'm',
  seatId: 's',
  roleId: 'r',
  serial: 'S-1',
  pool: 'p',
  typeId: 'link.plus',
  resource: 'sip',
  day: '2026-05-01',
  limit: 3,
  needed: 5,
  sip: 1,
  mobileApp: 2,
  claims: { blocks: 1 },
  feature: 'analytics',
  reason: 'outstanding',
  to: 'support',
  floor: 4,
  until: '2027-01-01',
  computer: 'laptop',
  noticeDays: 30,
  terminationFee: 100,
};
const codes = Object.keys(ruleOfCode) as readonly RefusalCode[];

describe('a refusal in plain words', () => {
  it.each(writers.flatMap(([language, inLanguage]) => codes.map((code) => [language, code, inLanguage] as const)))(
    'has a message of its own in %s for %s, without a gap in it',
    (_language, code, inLanguage) => {
      problemsOfWriting.length = 0;
      const { message, help, rule } = refusalSentence(refuse(code, parameters), inLanguage, names);
      expect(problemsOfWriting).toEqual([]);
      expect(message.length).toBeGreaterThan(10);
      expect(`${message} ${help ?? ''}`).not.toMatch(/undefined|null|NaN|\{|\}/);
      expect(rule).toBe(ruleOfCode[code]);
    },
  );

  it('names the pool, the numbers and the day, and what would help', () => {
    const sentence = refusalSentence(
      refuse('POOL_EXCEEDED', { pool: 'sunrise', typeId: 'link.plus', day: '2026-05-01', limit: 10, needed: 11 }),
      writer,
      names,
    );
    expect(sentence.message).toBe('group sunrise has 10 of type link.plus on 1 May 2026; this would need 11.');
    expect(sentence.help).toBe('Take 1 less, or get 1 more for group sunrise first.');
  });

  it('writes days and numbers as German does', () => {
    const sentence = refusalSentence(
      refuse('POOL_EXCEEDED', { pool: 'sunrise', typeId: 'link.plus', day: '2026-05-01', limit: 10, needed: 11 }),
      germanWriter,
      names,
    );
    expect(sentence.message).toBe('group sunrise hat 10 × type link.plus am 1. Mai 2026; nötig wären 11.');
    expect(sentence.help).toBe('Nehmen Sie 1 weniger, oder beschaffen Sie zuerst 1 mehr für group sunrise.');
  });

  it('lists the claims that a move would take along', () => {
    const sentence = refusalSentence(
      refuse('POOL_CHANGE', { claims: { blocks: 1, seats: 2, allowances: 0, numbers: 3 } }),
      writer,
      names,
    );
    expect(sentence.message).toContain('1 allocation, 2 licenses and 3 numbers');
  });

  it('says what somebody saw and what is there now', () => {
    const sentence = refusalSentence(
      refuse('STALE', { field: 'status', expected: 'draft', actual: 'locked' }),
      writer,
      names,
    );
    expect(sentence.message).toBe('“Status” has changed meanwhile: you saw Draft, now it is Locked.');
  });

  it('says differently that newer things depend on what would be undone, and that the root takes no allocation', () => {
    expect(
      refusalSentence(refuse('STALE', { field: 'dependents', expected: 0, actual: 2 }), writer, names).message,
    ).toBe('2 newer things depend on what would be taken back.');
    expect(refusalSentence(refuse('ROOT', { groupId: 'root' }, 'D2'), writer, names).help).toBe(
      'Add a purchase instead.',
    );
  });

  it('names the field that is wrong', () => {
    const sentence = refusalSentence(refuse('INVALID', { path: 'set.validFrom', problem: 'notADay' }), writer, names);
    expect(sentence.message).toBe('First day: there is no such day in the calendar.');
  });

  it.each(
    writers.flatMap(([language, inLanguage]) =>
      problemsOfArguments.map((problem) => [language, problem, inLanguage] as const),
    ),
  )('says in %s what is wrong with a value that is %s', (_language, problem, inLanguage) => {
    problemsOfWriting.length = 0;
    const { message } = refusalSentence(
      refuse('INVALID', { path: 'quantity', problem, least: 2, most: 200 }),
      inLanguage,
      names,
    );
    expect(problemsOfWriting).toEqual([]);
    expect(message).toMatch(/^(Quantity|Menge): .{5,}\.$/);
    expect(message).not.toMatch(/undefined|NaN|\{|\}/);
  });

  it('admits that it does not know a problem of another version', () => {
    expect(
      refusalSentence(refuse('INVALID', { path: 'quantity', problem: 'is not nice' }), writer, names).message,
    ).toBe('Quantity: it cannot be read.');
  });

  it.each(
    writers.flatMap(([language, inLanguage]) => warningCodes.map((code) => [language, code, inLanguage] as const)),
  )('has a message in %s for the warning %s', (_language, code, inLanguage) => {
    problemsOfWriting.length = 0;
    const { message } = warningSentence(
      { code, pool: 'p', typeId: 'link.plus', day: '2026-05-01', short: 2, menuId: 'm', building: 'b', number: '101' },
      inLanguage,
      names,
    );
    expect(problemsOfWriting).toEqual([]);
    expect(message).not.toMatch(/undefined|\{/);
  });
});
