import type { ReactNode } from 'react';
import type { NumberKind } from '#core/model/rows';
import type { ColumnAnswers, Sheet } from '#core/sheets/sheet';
import type { SheetSummary } from '#core/sheets/summary';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { fieldName, leftOutWords } from './problem-words';

/** More rows that are left out than these are counted, not listed. */
const mostListed = 6;

/** Says what the columns were taken for, and what was not taken over. */
export function SheetNotes({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const names = useNames();
  const taken = sheet.columns.flatMap((field) => (field === null ? [] : [fieldName(field, writer, names)]));
  const ignored = sheet.headings.filter(
    (heading, index) => sheet.columns[index] === null && heading.trim() !== '' && !sheet.dropped.includes(heading),
  );
  return (
    <p className="quiet">
      {text(sheet.headings.length === 0 ? 'sheet.columnsAsShown' : 'sheet.columns', { names: list(taken) })}{' '}
      {ignored.length === 0 ? null : text('sheet.ignored', { names: list(ignored) })} {text('sheet.emptyRule')}{' '}
      {sheet.dropped.length === 0 ? null : <strong>{text('sheet.dropped', { names: list(sheet.dropped) })}</strong>}{' '}
      {sheet.leftOut.length === 0
        ? null
        : text('sheet.leftOutRows', {
            count: sheet.leftOut.length,
            rows: list([
              ...sheet.leftOut.slice(0, mostListed).map((row) => leftOutWords(row, writer)),
              ...(sheet.leftOut.length > mostListed ? ['…'] : []),
            ]),
          })}
    </p>
  );
}

type Asked<Answer extends string> = Answer | 'none';

interface QuestionProps {
  readonly answers: ColumnAnswers;
  readonly summary: SheetSummary;
  readonly onAnswer: (answers: ColumnAnswers) => void;
}

/** Says that a spreadsheet seems to have made numbers of texts; they are left alone unless the person wants them. */
export function SavedAsNumbers({ answers, summary, onAnswer }: QuestionProps): ReactNode {
  const { text } = useText();
  const { count, example } = summary.savedAsNumbers;
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={text('sheet.savedAsNumbers', { count })} isLive>
      <p>{text('sheet.savedAsNumbers.help', { example })}</p>
      <Switch
        label={text('sheet.savedAsNumbers.take')}
        isSelected={answers.savedAsNumbers !== undefined}
        onChange={(takes) => {
          const { savedAsNumbers: _before, ...others } = answers;
          onAnswer(takes ? { ...others, savedAsNumbers: 'taken' } : others);
        }}
      />
    </Notice>
  );
}

/** Asks what cells alone do not say, once for the column. */
export function SheetQuestions({ answers, summary, onAnswer }: QuestionProps): ReactNode {
  const { text } = useText();
  const { numberKind, dayOrder, ...rest } = answers;
  return (
    <>
      {numberKind !== undefined || summary.asksKind ? (
        <Select<Asked<NumberKind>>
          label={text('sheet.askKind')}
          value={numberKind ?? 'none'}
          onChange={(kind) =>
            onAnswer({
              ...rest,
              ...(dayOrder === undefined ? {} : { dayOrder }),
              ...(kind === 'none' ? {} : { numberKind: kind }),
            })
          }
          choices={[
            { id: 'none', name: text('sheet.askKind.none') },
            ...(['sip', 'landline', 'mobile'] as const).map((kind) => ({ id: kind, name: text(`numberKind.${kind}`) })),
          ]}
        />
      ) : null}
      {dayOrder !== undefined || summary.asksDays ? (
        <Select<Asked<NonNullable<ColumnAnswers['dayOrder']>>>
          label={text('sheet.askDays')}
          value={dayOrder ?? 'none'}
          onChange={(order) =>
            onAnswer({
              ...rest,
              ...(numberKind === undefined ? {} : { numberKind }),
              ...(order === 'none' ? {} : { dayOrder: order }),
            })
          }
          choices={[
            { id: 'none', name: text('sheet.askDays.none') },
            { id: 'dayFirst', name: text('sheet.askDays.dayFirst') },
            { id: 'monthFirst', name: text('sheet.askDays.monthFirst') },
          ]}
        />
      ) : null}
    </>
  );
}
