import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#core/kernel/slices';
import { judgedRows, questionsOf } from '#core/sheets/apply';
import { mendCell } from '#core/sheets/columns';
import type { SheetField, SheetKind } from '#core/sheets/fields';
import { readerOf, type SheetReader } from '#core/sheets/propose';
import type { RowProposal, Sheet } from '#core/sheets/sheet';
import { anAccount } from '../../support/an-account';
import { judgedBy, sheetContext, sheetOf } from './sheet-world';

/** Two licenses and a handful of people, so that rows stand in each other's way. */
const account = anAccount()
  .withPurchase('two', 'ringover.smart', 2)
  .withGroup('office', 'office')
  .withNumber('n1', '+4930901801')
  .withNumber('n2', '+4930901802')
  .withNumber('n3', '+4930901803')
  .withUser('Ada', 'office')
  .withUser('Ben', 'office');

const columns = {
  people: ['name', 'email', 'license', 'numbers', 'group'],
  groups: ['name', 'parent', 'code'],
  numbers: ['value', 'kind', 'usedBy'],
  devices: ['serial', 'model', 'group'],
} satisfies { readonly [K in SheetKind]?: readonly SheetField[] };
type Kind = keyof typeof columns;

const someCells: { readonly [F in SheetField]?: readonly string[] } = {
  name: ['Ada', 'Ben', 'Cem', 'Cem', 'Dora', '', 'House 1'],
  email: ['', '', 'cem@example.org', 'dora@example.org', 'no address'],
  license: ['', 'Smart', 'Smart', 'nonsense', '-'],
  numbers: ['', '+49 30 901801', '+49 30 901802', '+49 30 909090', 'x'],
  group: ['', 'office', 'House 1', 'nowhere'],
  parent: ['', 'office', 'House 1', 'Dora'],
  code: ['', '1', '2'],
  value: ['+49 30 901801', '+49 30 909090', '1001', 'x', ''],
  kind: ['', 'SIP', 'Landline'],
  usedBy: ['', 'Ada', 'Ben', 'nobody'],
  serial: ['A-1', 'a1', 'B-2', ''],
  model: ['', 'Bell'],
};

function cellOf(field: SheetField): fc.Arbitrary<string> {
  return fc.constantFrom(...(someCells[field] ?? ['']));
}

const someSheet = fc
  .tuple(fc.constantFrom<Kind>('people', 'groups', 'numbers', 'devices'), fc.boolean())
  .chain(([kind, makesGroups]) => {
    const fields: readonly SheetField[] = columns[kind];
    return fc.record({
      kind: fc.constant(kind),
      makesGroups: fc.constant(makesGroups),
      rows: fc.array(fc.tuple(...fields.map(cellOf)), { minLength: 1, maxLength: 8 }),
      mends: fc.array(
        fc
          .constantFrom(...fields)
          .chain((field) => fc.tuple(fc.nat({ max: 7 }), fc.constant(field), cellOf(field), fc.boolean())),
        { minLength: 1, maxLength: 5 },
      ),
    });
  });

function proposalsFrom(reader: SheetReader, most = Infinity): readonly RowProposal[] {
  const proposals: RowProposal[] = [];
  while (proposals.length < most) {
    const proposal = reader.next();
    if (proposal === null) break;
    proposals.push(proposal);
  }
  return proposals;
}

describe('a sheet that is mended', () => {
  it('is read and judged as if it had been so from the start, whichever cells are mended in whatever order', () => {
    fc.assert(
      fc.property(someSheet, ({ kind, makesGroups, rows, mends }) => {
        let sheet: Sheet = sheetOf([columns[kind], ...rows], kind);
        let reader = readerOf(sheet, kind, sheetContext(account, 'office', kind, makesGroups));
        const trial = account.replica.beginTrial({
          commit: 'try',
          by: 'owner',
          day: '2026-06-01',
          at: '2026-06-01T08:00:00.000Z',
          device: 'test',
        });
        for (const [row, field, cell, isGivenUp] of [[0, null, '', false] as const, ...mends]) {
          if (field !== null) {
            sheet = mendCell(sheet, row, field, cell);
            reader = reader.again(sheet);
          }
          // Somebody who mends the next cell does not wait for the last to be judged.
          if (isGivenUp) {
            proposalsFrom(reader, row % 3);
            continue;
          }
          const proposals = proposalsFrom(reader);
          const asked = questionsOf(proposals, reader.makings);
          if (row % 2 === 1) trial.refusalsOf(asked.calls).next();
          const judged = judgedRows(proposals, asked, finish(trial.refusalsOf(asked.calls)), kind, sheet);
          expect(judged).toEqual(judgedBy(account, 'office', sheet, kind, makesGroups));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the proposals of rows that the mended cell cannot touch', () => {
    const names = ['Ada', 'Ben', 'Cem', 'Dora', 'Ben', 'Eva'];
    const sheet = sheetOf([['name'], ...names.map((name) => [name])], 'people');
    const reader = readerOf(sheet, 'people', sheetContext(account, 'office'));
    const before = proposalsFrom(reader);
    const after = proposalsFrom(reader.again(mendCell(sheet, 2, 'name', 'Eva')));
    expect(after.map((proposal, row) => proposal === before[row])).toEqual([true, true, false, true, true, false]);
    expect(after[5]?.problems).toEqual([{ kind: 'repeated', field: 'name', row: 4 }]);
  });
});
