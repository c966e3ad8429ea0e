import type { ReactNode } from 'react';
import type { NamedThing, NamedThings, TableDifference } from '#core/ledger/differences';
import { useText } from '../../text/text';
import { FigureTable } from '../../ui/FigureTable';

/** Names shown of each; the rest is counted. */
const mostShown = 4;

/** Things that would come, be different and go, by their kind. */
export function Differences({
  title,
  differences,
}: {
  readonly title: string;
  readonly differences: readonly TableDifference[];
}): ReactNode {
  const writer = useText();
  const { text, number } = writer;
  if (differences.length === 0) return <p className="quiet">{text('project.noChanges')}</p>;
  function nameOf({ name, quantity }: NamedThing): string {
    if (quantity === undefined) return name;
    const key = `type.${name}`;
    return text('name.block', { quantity, type: writer.has(key) ? text(key) : name });
  }
  function cell({ count, shown }: NamedThings): ReactNode {
    if (count === 0) return <td className="figure-text figure-zero">{number(0)}</td>;
    const names = shown.slice(0, mostShown).map(nameOf);
    const rest = count - names.length;
    return (
      <td className="figure-text">
        {[...names, ...(rest > 0 ? [text('handover.more', { count: rest })] : [])].join(', ')}
      </td>
    );
  }
  return (
    <section className="project-changes" aria-label={title}>
      <h3>{title}</h3>
      <FigureTable>
        <thead>
          <tr>
            <td />
            <th scope="col" className="figure-text">
              {text('project.change.added')}
            </th>
            <th scope="col" className="figure-text">
              {text('project.change.changed')}
            </th>
            <th scope="col" className="figure-text">
              {text('project.change.removed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ table, added, changed, removed }) => (
            <tr key={table}>
              <th scope="row">{text(`project.table.${table}`)}</th>
              {cell(added)}
              {cell(changed)}
              {cell(removed)}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}
