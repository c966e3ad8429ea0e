import { readXlsx } from 'hucre';
import type { Replica } from '#core/ledger/replica';
import { actOf, judgedRows, questionsOf } from '#core/sheets/apply';
import { chooseTable } from '#core/sheets/choose-table';
import { readerOf } from '#core/sheets/propose';
import type { RowProposal, SheetContext } from '#core/sheets/sheet';
import { sheetWords } from '#core/sheets/words';
import { tableWriter } from '#core/sheets/written';
import { tableFile } from '../../../electron/main/exports/table-file';
import { workbookFile } from '../../../electron/main/exports/workbook-file';
import { readTables } from '../../../electron/main/imports/read-file';
import { accountOf } from '../accounts';
import { printFigure } from '../figures';
import { benchImportWindow } from './measure-import-window';
import { headings, peopleRows } from './people-rows';

const context = {
  commit: 'bench-import',
  by: 'owner',
  day: '2026-06-01',
  at: '2026-06-01T08:00:00.000Z',
  device: 'bench',
};
/** Odd, so that there is a middle one. */
const turns = 9;

/** The median seconds of each of several pieces of work, done in turns, so that a moment in which the machine is slow meets all of them. */
async function secondsInTurns(...works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn < turns; turn += 1)
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[index]?.push((performance.now() - start) / 1000);
    }
  return times.map((each) => [...each].sort((one, other) => one - other)[(turns - 1) / 2] ?? 0);
}

/** Everything between the bytes of a file and the rows that a person sees, rules included; and the act that applies them. */
async function preview(bytes: Uint8Array, replica: Replica): Promise<ReturnType<typeof actOf>> {
  const read = await readTables(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  const chosen = chooseTable(read.value.tables, {});
  if (chosen === null) throw new Error('no headings');
  const { kind, sheet } = chosen.reading;
  const { model } = replica;
  const writer = tableWriter(model, 'root', 'en');
  const sheetContext: SheetContext = {
    rows: model,
    groupId: 'root',
    words: sheetWords(model.rows('roles'), model.ownTypes()),
    written: (thing, field) => writer.text(thing, field, kind),
    newId: (made) => `import-${String(made)}`,
    country: 'DE',
    makesGroups: false,
  };
  const reader = readerOf(sheet, kind, sheetContext);
  const proposals: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) proposals.push(proposal);
  const asked = questionsOf(proposals, reader.makings);
  const rows = judgedRows(proposals, asked, replica.tryEach(asked.calls, context), kind, sheet);
  const wrong = rows.filter(({ state }) => state === 'wrong').length;
  if (wrong > 0) throw new Error(`${String(wrong)} rows are wrong: ${JSON.stringify(rows[0]?.problems)}`);
  return actOf(rows, asked.makings);
}

/** Files in: previews of long sheets beside the bare reader of the same bytes, and applying them. */
export async function benchExchange(): Promise<void> {
  const rows = peopleRows(10_000);
  const contents = headings.map(() => 'text' as const);
  const workbook = await workbookFile([{ name: 'People', contents, rows }]);
  const replica = accountOf(1_000);
  const [bare = 0, previewed = 0] = await secondsInTurns(
    () => readXlsx(workbook),
    () => preview(workbook, replica),
  );
  printFigure({
    what: 'preview of 10,000 rows of a workbook, rules included',
    value: previewed,
    unit: 's',
    peer: { name: 'the bare reader of the same file', ratio: previewed / bare },
  });
  const act = await preview(workbook, replica);
  if (act === null) throw new Error('nothing to apply');
  const [applied = 0] = await secondsInTurns(() => {
    const prepared = replica.prepareAct(act, context);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals.slice(0, 3)));
    return Promise.resolve();
  });
  printFigure({ what: 'applying 10,000 new people as one act', value: applied, unit: 's' });
  const csv = Buffer.from(tableFile(peopleRows(100_000), ';'));
  const [long = 0, split = 0] = await secondsInTurns(
    () => preview(csv, replica),
    () =>
      Promise.resolve(
        csv
          .toString('utf8')
          .split('\n')
          .map((line) => line.split(';')),
      ),
  );
  printFigure({
    what: 'preview of 100,000 rows of CSV, rules included',
    value: long,
    unit: 's',
    peer: { name: 'splitting the same text at line breaks and semicolons', ratio: long / split },
  });
  await benchImportWindow();
}
