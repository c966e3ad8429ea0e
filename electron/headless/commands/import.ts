import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { countryOfAccount } from '#core/intents/as-meant';
import { actOf, judgedRows, questionsOf } from '#core/sheets/apply';
import { chooseTable } from '#core/sheets/choose-table';
import type { ReadingWishes } from '#core/sheets/columns';
import { isFieldOf, isSheetKind, sheetKinds, type SheetField, type SheetKind } from '#core/sheets/fields';
import { ownHeadings } from '#core/sheets/own-fields';
import { headingKey, presets } from '#core/sheets/presets';
import { readerOf } from '#core/sheets/propose';
import type { ColumnAnswers, RowProposal, SheetContext } from '#core/sheets/sheet';
import { sheetWords } from '#core/sheets/words';
import { tableWriter } from '#core/sheets/written';
import { encodingNamed } from '../../main/imports/decode-text';
import { readTables } from '../../main/imports/read-file';
import { largestFile, type FileTables, type TableFailure } from '#core/sheets/table-failure';
import { importAnswer, type ImportAnswer } from '../import-answer';
import { SharedAccount } from '../shared-account';
import { takeOption, takeSwitch, takeWords, UsageError, type Command } from './command';

/** A failure as it is printed: a code, and where. */
interface Failure {
  readonly code: string;
  readonly place?: string;
}

interface Options {
  readonly file: string;
  readonly store: string;
  readonly user: string;
  readonly group: string | null;
  readonly country: string | null;
  readonly makesGroups: boolean;
  readonly applies: boolean;
  readonly asJson: boolean;
  readonly encoding: string | null;
  readonly wishes: ReadingWishes;
}

function takeAll(words: string[], name: string): readonly string[] {
  const found: string[] = [];
  for (let value = takeOption(words, name); value !== null; value = takeOption(words, name)) found.push(value);
  return found;
}

const dayOrders = { dayFirst: 'dayFirst', monthFirst: 'monthFirst', dmy: 'dayFirst', mdy: 'monthFirst' } as const;
const numberKinds = ['sip', 'landline', 'mobile'] as const;

/** Reading of `--map`: a field for a heading (or a column's letter), and what the column's cells alone do not say. */
function mapped(
  maps: readonly string[],
  kind: SheetKind | null,
): {
  readonly assigned: ReadonlyMap<string, SheetField | null>;
  readonly answers: ColumnAnswers;
  readonly kind: SheetKind | null;
} {
  const assigned = new Map<string, SheetField | null>();
  const named: string[] = [];
  let answers: ColumnAnswers = {};
  for (const map of maps) {
    const at = map.lastIndexOf('=');
    if (at < 1) throw new UsageError(`--map is "Heading=field", not ${map}`);
    const heading = map.slice(0, at).trim();
    const [written = '', answer] = map
      .slice(at + 1)
      .trim()
      .split(':');
    const kindOfNumbers = numberKinds.find((one) => one === (answer ?? written));
    let field: string = written;
    if (kindOfNumbers !== undefined && (kind === 'numbers' || written === 'value')) {
      answers = { ...answers, numberKind: kindOfNumbers };
      field = 'value';
    } else if (answer !== undefined) {
      const dayOrder = dayOrders[answer as keyof typeof dayOrders] as ColumnAnswers['dayOrder'] | undefined;
      if (dayOrder === undefined) throw new UsageError(`--map knows no ${answer}`);
      answers = { ...answers, dayOrder };
    }
    const isNone = field === '' || field === '-' || field === 'none' || field === 'null';
    if (!isNone && !sheetKinds.some((one) => isFieldOf(one, field))) throw new UsageError(`there is no field ${field}`);
    if (!isNone) named.push(field);
    assigned.set(headingKey(heading), isNone ? null : (field as SheetField));
    if (/^[A-Z]{1,2}$/.test(heading)) assigned.set(`column ${heading}`, isNone ? null : (field as SheetField));
  }
  const fits = sheetKinds.filter((one) => named.every((field) => isFieldOf(one, field)));
  const byLetter = [...assigned.keys()].some((key) => key.startsWith('column '));
  const meant = named.length > 0 && (fits.length === 1 || byLetter) ? (fits[0] ?? null) : null;
  return { assigned, answers, kind: kind ?? meant };
}

function optionsOf(words: string[]): Options {
  const store = takeOption(words, '--store');
  const user = takeOption(words, '--as');
  const kindName = takeOption(words, '--kind');
  const presetName = takeOption(words, '--preset');
  const group = takeOption(words, '--group');
  const encoding = takeOption(words, '--encoding');
  const country = takeOption(words, '--country');
  const maps = takeAll(words, '--map');
  const makesGroups = takeSwitch(words, '--make-groups');
  const applies = takeSwitch(words, '--apply');
  const asJson = takeSwitch(words, '--json');
  const [file] = takeWords(words, 'FILE');
  if (store === null || user === null) throw new UsageError('import needs --store and --as');
  if (kindName !== null && !isSheetKind(kindName)) throw new UsageError(`there is no kind ${kindName}`);
  const preset = presetName === null ? undefined : presets.find(({ id }) => id === presetName);
  if (presetName !== null && preset === undefined) throw new UsageError(`there is no preset ${presetName}`);
  if (encoding !== null && encodingNamed(encoding) === null) throw new UsageError(`there is no encoding ${encoding}`);
  const said = mapped(maps, kindName);
  const kind = said.kind ?? preset?.kind;
  return {
    file,
    store,
    user,
    group,
    country,
    makesGroups,
    applies,
    asJson,
    encoding,
    wishes: {
      ...(kind === undefined ? {} : { kind }),
      ...(preset === undefined ? {} : { preset }),
      assigned: said.assigned,
      answers: said.answers,
    },
  };
}

async function tablesIn({ file, encoding }: Options): Promise<FileTables | Failure> {
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > largestFile) return { code: 'TOO_LARGE' };
    bytes = await readFile(file);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { code: isMissing ? 'NOT_FOUND' : 'UNREADABLE', place: file };
  }
  const named = encoding === null ? null : encodingNamed(encoding);
  const read = await readTables(bytes, named === null ? {} : { encoding: named });
  return read.ok ? read.value : failureOf(read.failure);
}

function failureOf(failure: TableFailure): Failure {
  return { ...failure, code: failure.code };
}

function isFailure(value: FileTables | Failure): value is Failure {
  return 'code' in value;
}

/** Everything that a file would do, judged by the rules; applied where that is wanted. */
async function importFile(
  options: Options,
  file: FileTables,
  account: SharedAccount,
): Promise<{ readonly failure: Failure } | { readonly answer: ImportAnswer; readonly applied?: unknown }> {
  const { model } = account.replica;
  const by = account.personNamed(options.user);
  if (by === null) return { failure: { code: 'NOT_FOUND', place: `user ${options.user}` } };
  const groupId = options.group ?? model.account.rootId;
  if (model.row('groups', groupId) === undefined) return { failure: { code: 'NOT_FOUND', place: `group ${groupId}` } };
  const chosen = chooseTable(file.tables, { ...options.wishes, own: ownHeadings(model) });
  if (chosen === null) return { failure: { code: 'NO_HEADINGS' } };
  const { reading } = chosen;
  const writer = tableWriter(model, groupId, 'en');
  const ids = new Map<number | string, string>();
  const context: SheetContext = {
    rows: model,
    groupId,
    words: sheetWords(model.rows('roles'), model.ownTypes()),
    written: (thing, field) => writer.text(thing, field, reading.kind),
    newId: (made) => {
      const id = ids.get(made) ?? randomUUID();
      ids.set(made, id);
      return id;
    },
    country: options.country ?? countryOfAccount(model),
    makesGroups: options.makesGroups,
  };
  const reader = readerOf(reading.sheet, reading.kind, context);
  const read: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) read.push(proposal);
  const asked = questionsOf(read, reader.makings);
  const rows = judgedRows(read, asked, account.tryEach(asked.calls, by), reading.kind, reading.sheet);
  const made = asked.makings.map(({ call }) => ('name' in call.args ? String(call.args.name) : ''));
  const answer = importAnswer(file, chosen.table, reading, rows, context, made);
  const act = actOf(rows, asked.makings);
  if (!options.applies) return { answer };
  if (act === null) return { answer, applied: null };
  const outcome = await account.act(act, by);
  return { answer, applied: outcome.ok ? outcome.value : outcome.failure };
}

function lines({ rows, counts, leftOut, kind, dropped }: ImportAnswer): readonly string[] {
  const told = [
    `${kind}: ${String(counts.new)} new, ${String(counts.changed)} changed, ${String(counts.same)} the same, ${String(counts.wrong)} wrong`,
  ];
  if (counts.new + counts.changed + counts.wrong === 0) told.push('nothing to do');
  if (dropped.length > 0) told.push(`not read, as they hold passwords: ${dropped.join(', ')}`);
  for (const { row, reason } of leftOut) told.push(`row ${String(row)}: left out, ${reason}`);
  for (const { row, state, problems, changes } of rows) {
    for (const { field, code, typed, params } of problems ?? [])
      told.push(
        `row ${String(row)}: ${field} "${typed}": ${code}${params === undefined ? '' : ` ${JSON.stringify(params)}`}`,
      );
    if (state === 'changed')
      for (const [field, [was, is]] of Object.entries(changes ?? {}))
        told.push(`row ${String(row)}: ${field} "${was}" → "${is}"`);
  }
  return told;
}

export const importCommand: Command = {
  name: 'import',
  usage: [
    'import FILE --store STORE --as USER       says what the rows of a file would do, and does it with --apply;',
    '  [--kind people|groups|numbers|devices|allocations] [--group ID] [--preset NAME] [--map "Heading=field" …]',
    '  [--encoding E] [--country DE] [--make-groups] [--apply] [--json]',
  ],
  run: async (words, print) => {
    const options = optionsOf(words);
    const fail = (failure: Failure): number => {
      print(
        options.asJson
          ? JSON.stringify({ error: failure })
          : `${failure.code}${failure.place === undefined ? '' : ` (${failure.place})`}`,
      );
      return 2;
    };
    const file = await tablesIn(options);
    if (isFailure(file)) return fail(file);
    const opened = await SharedAccount.open(options.store, options.applies ? { profile: null } : null);
    if (!opened.ok) return fail({ code: 'STORE', place: JSON.stringify(opened.failure) });
    const account = opened.value;
    try {
      const outcome = await importFile(options, file, account);
      if ('failure' in outcome) return fail(outcome.failure);
      const { answer } = outcome;
      if (options.asJson)
        print(JSON.stringify('applied' in outcome ? { ...answer, applied: outcome.applied } : answer));
      else for (const line of lines(answer)) print(line);
      const isRefused = typeof outcome.applied === 'object' && outcome.applied !== null && 'kind' in outcome.applied;
      if (isRefused && !options.asJson) print(`not applied: ${JSON.stringify(outcome.applied)}`);
      return answer.counts.wrong > 0 || isRefused ? 1 : 0;
    } finally {
      await account.close();
    }
  },
};
