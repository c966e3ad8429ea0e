import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposalsOf } from '#core/sheets/propose';
import { writtenFields } from '#core/sheets/fields';
import type { RowProposal, Sheet } from '#core/sheets/sheet';
import { anAccount, type AccountBuilder } from '../../support/an-account';
import { judgedBy, sheetContext, sheetOf as sheetIn } from './sheet-world';

function sunrise(): AccountBuilder {
  return anAccount()
    .withPurchase('two', 'ringover.smart', 2)
    .done('group.create', { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' })
    .done('group.create', { id: 'h1', parentId: 'sunrise', kind: 'building', name: 'House 1' })
    .done('group.create', { id: 'h2', parentId: 'sunrise', kind: 'building', name: 'House 2' })
    .done('group.create', { id: 'h1a1', parentId: 'h1', kind: 'apartment', name: 'Apartment 1', code: '101' })
    .done('group.create', { id: 'h2a1', parentId: 'h2', kind: 'apartment', name: 'Apartment 1', code: '201' })
    .withNumber('n1', '+4930901801')
    .withNumber('n2', '+4930901802')
    .withNumber('n3', '+4930901803')
    .done('user.create', { id: 'ada', groupId: 'h1a1', name: 'Ada Albrecht', email: 'ada@example.org' })
    .done('user.create', { id: 'ben', groupId: 'h2a1', name: 'Ben Baptiste', phone: '123' });
}

function sheetOf(...table: readonly (readonly string[])[]): Sheet {
  return sheetIn(table, 'people', ['name', null, 'license', 'role', 'group']);
}
function propose(account: AccountBuilder, ...table: readonly (readonly string[])[]): readonly RowProposal[] {
  return proposalsOf(sheetOf(...table), 'people', sheetContext(account, 'sunrise'));
}

describe('columns', () => {
  it('are recognised by name in either language and any order, and others are left', () => {
    expect(sheetOf(['Rolle', 'Wohnfläche', 'E-MAIL', 'name'], ['Bewohner', '70', 'x@y', 'Zoe'])).toMatchObject({
      columns: ['role', null, 'email', 'name'],
      headings: ['Rolle', 'Wohnfläche', 'E-MAIL', 'name'],
      rows: [{ cells: ['Bewohner', '70', 'x@y', 'Zoe'] }],
    });
  });

  it('stand as the table shows them when the first row names none', () => {
    expect(sheetOf(['Zoe', 'Active', '', 'Resident', 'House 1', 'more'])).toMatchObject({
      columns: ['name', null, 'license', 'role', 'group', null],
      headings: [],
    });
  });

  it('are not recognised by one word that happens to be in a row of data', () => {
    expect(sheetOf(['Zoe', 'x', 'y', 'z', 'Group']).headings).toEqual([]);
  });

  it('are taken over once when a name stands twice', () => {
    expect(sheetOf(['Name', 'Name'], ['Zoe', 'Other']).columns).toEqual(['name', null]);
  });
});

describe('a row about a person', () => {
  it('makes somebody new where it says, with a license when it names one', () => {
    const [proposal] = propose(
      sunrise(),
      ['Name', 'Group', 'License'],
      ['Zoe Zander', 'House 2 / Apartment 1', 'Ringover Smart'],
    );
    expect(proposal).toMatchObject({
      state: 'new',
      thing: null,
      calls: [
        { do: 'user.create', args: { id: 'new-0', name: 'Zoe Zander', groupId: 'h2a1' } },
        { do: 'seat.assign', args: { userId: 'new-0', typeId: 'ringover.smart' } },
      ],
    });
  });

  it('is matched by e-mail without regard to case, and says only what differs', () => {
    const [proposal] = propose(sunrise(), ['Name', 'Mail', 'Telefon'], ['Ada Albers', 'ADA@example.org', '']);
    expect(proposal).toMatchObject({ state: 'changed', thing: 'ada' });
    expect(proposal?.changed).toEqual(['name']);
  });

  it('is matched by the exact name in the group', () => {
    expect(propose(sunrise(), ['Name', 'Group', 'Rolle'], ['Ben Baptiste', '201', 'Concierge'])[0]).toMatchObject({
      thing: 'ben',
      changed: ['role'],
      calls: [
        { do: 'user.update', args: { userId: 'ben', set: { roleId: 'concierge' }, was: { roleId: 'resident' } } },
      ],
    });
    expect(propose(sunrise(), ['Name', 'Group'], ['Ben Baptiste', '101'])[0]).toMatchObject({
      state: 'new',
      thing: null,
    });
  });

  it('is matched by id before anything else, and moves somebody', () => {
    expect(propose(sunrise(), ['ID', 'Name', 'Group'], ['ben', 'Ben Baptiste', 'House 1'])[0]).toMatchObject({
      thing: 'ben',
      changed: ['group'],
      calls: [{ do: 'user.move', args: { userId: 'ben', groupId: 'h1' } }],
    });
  });

  it('leaves what an empty cell stands for, and empties what a dash stands for', () => {
    expect(propose(sunrise(), ['Name', 'Phone'], ['Ben Baptiste', ''])[0]?.state).toBe('same');
    expect(propose(sunrise(), ['Name', 'Phone'], ['Ben Baptiste', '–'])[0]).toMatchObject({
      changed: ['phone'],
      calls: [{ args: { set: { phone: '' }, was: { phone: '123' } } }],
    });
  });

  it.each([
    ['an unknown role', ['Name', 'Role'], ['Zoe', 'Residnt'], { kind: 'unknownWord', field: 'role', typed: 'Residnt' }],
    [
      'an unknown license',
      ['Name', 'License'],
      ['Zoe', 'Gold'],
      { kind: 'unknownWord', field: 'license', typed: 'Gold' },
    ],
    [
      'a group that is not there',
      ['Name', 'Group'],
      ['Zoe', 'House 9'],
      { kind: 'unknownThing', field: 'group', typed: 'House 9' },
    ],
    [
      'a group of which there are two',
      ['Name', 'Group'],
      ['Zoe', 'Apartment 1'],
      { kind: 'severalThings', field: 'group', typed: 'Apartment 1', count: 2 },
    ],
    [
      'an id that nobody has',
      ['ID', 'Name'],
      ['nobody', 'Zoe'],
      { kind: 'unknownThing', field: 'id', typed: 'nobody' },
    ],
    ['no name', ['Name', 'Phone'], ['', '123'], { kind: 'missing', field: 'name' }],
    [
      'somebody made anew as archived',
      ['Name', 'State'],
      ['Zoe', 'Archived'],
      { kind: 'unknownWord', field: 'lifecycle', typed: 'Archived' },
    ],
  ] as const)('is wrong with %s, and names the cell', (_what, headings, row, problem) => {
    expect(propose(sunrise(), headings, row)[0]).toMatchObject({ state: 'wrong', problems: [problem], calls: [] });
  });

  it('is wrong when another row is about the same person', () => {
    expect(propose(sunrise(), ['Name', 'Phone'], ['Ben Baptiste', '1'], ['Ben Baptiste', '2'])[1]).toMatchObject({
      state: 'wrong',
      problems: [{ kind: 'repeated', field: 'name', row: 2 }],
    });
  });

  it('that the rules refuse names the cell that the refusal is about', () => {
    const account = sunrise();
    const sheet = sheetOf(
      ['Name', 'License', 'Mail'],
      ['One', 'Ringover Smart', ''],
      ['Two', 'Ringover Smart', 'x@y.z'],
      ['Three', 'Ringover Smart', ''],
      ['Four', '', 'nonsense'],
    );
    const judged = judgedBy(account, 'sunrise', sheet, 'people');
    expect(judged.map((proposal) => proposal.state)).toEqual(['new', 'new', 'wrong', 'wrong']);
    expect(judged[2]?.problems).toMatchObject([
      { kind: 'refused', field: 'license', refusal: { code: 'NO_LICENSE_AVAILABLE' } },
    ]);
    expect(judged[3]?.problems).toMatchObject([{ kind: 'refused', field: 'email', refusal: { code: 'INVALID' } }]);
  });
});

const someName = fc.stringMatching(/^[A-Za-zÄß'=+@][A-Za-z ,;"/ß]{0,14}[a-z]$/);
const somePerson = fc.record({
  name: someName,
  email: fc.option(
    fc.integer({ min: 0, max: 9999 }).map((number) => `p${String(number)}@example.org`),
    { nil: '' },
  ),
  phone: fc.option(fc.stringMatching(/^\+\d{7,12}$/), { nil: '' }),
  roleId: fc.constantFrom('resident', 'concierge'),
  status: fc.constantFrom('planned', 'active'),
  groupId: fc.constantFrom('sunrise', 'h1', 'h1a1', 'h2a1'),
});

describe('what a table writes', () => {
  it('is the same when it is pasted, whoever is in it, and what is applied is the same when it is pasted again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(somePerson, { minLength: 1, maxLength: 6, selector: (person) => person.email || person.name }),
        (people) => {
          const account = sunrise();
          people.forEach((person, index) => account.done('user.create', { id: `p${String(index)}`, ...person }));
          const context = sheetContext(account, 'sunrise');
          const columns = writtenFields.people;
          const table = people.map((_, index) => columns.map((field) => context.written(`p${String(index)}`, field)));
          const copied = proposalsOf(sheetIn([[...columns], ...table], 'people'), 'people', context);
          expect(copied.map((proposal) => proposal.state)).toEqual(people.map(() => 'same'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(somePerson, {
          minLength: 1,
          maxLength: 6,
          selector: (person) => person.email || person.name.toLowerCase().trim().replace(/\s+/g, ' '),
        }),
        (people) => {
          const account = sunrise();
          const groups = { sunrise: 'Sunrise', h1: 'House 1', h1a1: '101', h2a1: '201' } as const;
          const sheet = sheetOf(
            ['Name', 'E-mail', 'Phone', 'State', 'Gruppe'],
            ...people.map((person) => [
              person.name,
              person.email,
              person.phone,
              person.status === 'planned' ? 'Geplant' : 'Active',
              groups[person.groupId],
            ]),
          );
          const first = proposalsOf(sheet, 'people', sheetContext(account, 'sunrise'));
          const calls = first.flatMap((proposal) => proposal.calls);
          expect(account.tried('batch', { do: calls })).toEqual([]);
          expect(
            proposalsOf(sheet, 'people', sheetContext(account, 'sunrise')).map((proposal) => proposal.state),
          ).toEqual(people.map(() => 'same'));
        },
      ),
      { numRuns: 60 },
    );
  });
});
