import type { ReactNode } from 'react';
import type { SheetField } from '#core/sheets/fields';
import type { CellProblem, RowProposal, Sheet } from '#core/sheets/sheet';
import { useText } from '../../text/text';
import { useRows } from '../../state/model-hooks';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { writePath } from '#core/kernel/written-path';
import { pathWithin } from '../groups';
import { bestMatches } from '../search';
import { fieldName, problemSentence } from './problem-words';
import type { SheetTarget } from './use-proposals';

const placeFields: ReadonlySet<string> = new Set(['group', 'groupPath', 'parent', 'pool']);
const mostMeant = 3;
/** Groups of a like name that are told apart by the rest of the path. */
const mostLike = 500;

/** Groups that are called much like what stands in a cell. */
function DidYouMean({ typed, onMean }: { readonly typed: string; readonly onMean: (path: string) => void }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const parts = typed
    .split(/[/›>,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // The last part of a path is what it is about; those before it tell one 101 from another.
  const last = parts.pop();
  if (last === undefined) return null;
  const above = parts.map((part) => part.toLowerCase());
  const meant = bestMatches(rows.subtree(rows.root.id), last, mostLike)
    .map(({ id }) => {
      const path = pathWithin(rows, id, rows.root.id);
      const names = new Set(path.map((name) => name.toLowerCase()));
      return { path, hits: above.filter((part) => names.has(part)).length };
    })
    .sort((one, other) => other.hits - one.hits)
    .slice(0, mostMeant);
  if (meant.length === 0) return null;
  const paths = meant.map(({ path }) => writePath([...path].reverse()));
  return (
    <div className="did-you-mean">
      <span>{text('sheet.didYouMean')}</span>
      {paths.map((path) => (
        <Button key={path} size="small" onPress={() => onMean(path)}>
          {path}
        </Button>
      ))}
    </div>
  );
}

/** Everything that is wrong with a row, in full. */
export function RowProblems({
  number,
  problems,
  onMend,
}: {
  readonly number: number;
  readonly problems: readonly CellProblem[];
  readonly onMend: (field: SheetField, value: string) => void;
}): ReactNode {
  const writer = useText();
  const names = useNames();
  return (
    <>
      {problems.map((problem, index) => (
        <Notice
          key={index}
          tone="refusal"
          title={writer.text('sheet.inRow', { row: number, field: fieldName(problem.field, writer, names) })}
          rule={problem.kind === 'refused' ? problem.refusal.rule : undefined}
        >
          {problemSentence(problem, writer, names)}
          {problem.kind === 'unknownThing' && placeFields.has(problem.field) ? (
            <DidYouMean typed={problem.typed} onMean={(path) => onMend(problem.field, path)} />
          ) : null}
        </Notice>
      ))}
    </>
  );
}

/** Shows what would change in a row, in full: in the table there is little room. */
export function RowChanges({
  sheet,
  row,
  written,
}: {
  readonly sheet: Sheet;
  readonly row: RowProposal;
  readonly written: SheetTarget['written'];
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  return (
    <Notice tone="info" title={text('sheet.rowName', { row: row.number })}>
      <ul className="row-changes">
        {row.changed.map((field) => {
          const was = row.thing === null ? '' : written(row.thing, field);
          return (
            <li key={field}>
              {text('sheet.change', {
                field: fieldName(field, writer, names),
                was: was || text('ui.empty'),
                is: sheet.rows[row.row]?.cells[sheet.columns.indexOf(field)] ?? '',
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
