import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  readGroup,
  readIvr,
  readMembers,
  readNumber,
  readPlan,
  readTeam,
  readUser,
  saidIn,
} from '#core/vendors/ringover-answers';
import { panelEntries, readApartment, readInfo, readLinkResults, readManaged } from '#core/vendors/panel';
import { keptPlanTypes, planTypesFor, writtenPlanTypes } from '#core/vendors/remembered-ids';

describe('what a vendor answers', () => {
  it('is read whatever it is, without an exception', () => {
    const readers = [
      entriesOf,
      readUser,
      readNumber,
      readIvr,
      readGroup,
      readMembers,
      readPlan,
      readTeam,
      panelEntries,
      readApartment,
      readInfo,
      readManaged,
      readLinkResults,
    ];
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const read of readers) expect(() => read(value)).not.toThrow();
        expect(() => saidIn(JSON.stringify(value))).not.toThrow();
      }),
    );
  });

  it('may have numbers as whole numbers, as texts and in objects', () => {
    const user = readUser({
      user_id: 5,
      firstname: 'A',
      lastname: 'B',
      email: 'a@x.example',
      numbers: [4930901801, '+4930901802', { number: 4930901803 }, 'x'],
      plan: null,
    });
    expect(user?.numbers).toEqual(['+4930901801', '+4930901802', '+4930901803']);
  });

  it('says an error in its own words, shortened and on one line', () => {
    expect(saidIn('{"error": "Invalid\\nuser"}')).toBe('Invalid user');
    expect(saidIn('404 page not found')).toBe('404 page not found');
    expect(saidIn('x'.repeat(10_000)).length).toBeLessThanOrEqual(200);
  });
});

describe('the table of plans', () => {
  it('is guessed by the name, and what a person said comes back', () => {
    const plans = [
      { id: '2', name: 'Smart 2024', used: 0, bought: 1 },
      { id: '9', name: 'Fax', used: 0, bought: 1 },
    ];
    const guessed = planTypesFor(plans, new Map());
    expect([...guessed]).toEqual([
      ['2', 'ringover.smart'],
      ['9', null],
    ]);
    expect(keptPlanTypes(writtenPlanTypes(guessed))).toEqual(guessed);
    expect([...keptPlanTypes('2=link.plus; =x; 9')]).toEqual([]);
  });
});
