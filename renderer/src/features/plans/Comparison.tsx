import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CompareAnswer, ComparedSide } from '#core/queries/compare';
import { useCatalogue, useRows } from '../../state/model-hooks';
import { sentencesFor } from '../../parts/acting';
import { useRowsExport } from '../../parts/tables';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { FigureTable } from '../../ui/FigureTable';

/** Sentences and ends; more than these nobody reads. */
const mostShown = 12;

interface Line {
  readonly key: string;
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

/** Ends that one side has and the other has not: of blocks that both have, only where the day differs. */
function endsOnlyIn(side: ComparedSide, other: ComparedSide): ComparedSide['ends'] {
  const known = new Set(other.ends.map(({ day, blockId }) => `${day} ${blockId}`));
  return side.ends.filter(({ day, blockId }) => !known.has(`${day} ${blockId}`));
}

/** Two states side by side: people, licenses, costs and ends, and who has something else. */
export function Comparison({
  compared,
  left,
  right,
}: {
  readonly compared: CompareAnswer;
  readonly left: string;
  readonly right: string;
}): ReactNode {
  const writer = useText();
  const { text, number, money, day } = writer;
  const names = useNames();
  const rows = useRows();
  const currency = rows.account.currency ?? null;
  const save = useRowsExport(text('plans.exportName', { left, right }), rows.root.id);
  const { types } = useCatalogue();
  const licenses = types.flatMap(({ id: typeId }): readonly Line[] => {
    const [one, other] = [compared.left.licenses[typeId], compared.right.licenses[typeId]];
    if (one === undefined && other === undefined) return [];
    const written = (units: typeof one): string =>
      text('plans.units', { used: units?.used ?? 0, nominal: units?.nominal ?? 0 });
    return [{ key: typeId, name: names.type(typeId), left: written(one), right: written(other) }];
  });
  const endsOf = (side: ComparedSide, other: ComparedSide): readonly string[] =>
    endsOnlyIn(side, other).map((end) =>
      text('plans.end', { type: names.type(end.typeId), group: names.group(end.groupId), day: day(end.day) }),
    );
  const ends = {
    left: endsOf(compared.left, compared.right),
    right: endsOf(compared.right, compared.left),
  };
  const lines: readonly Line[] = [
    {
      key: 'people',
      name: text('plans.people'),
      left: number(compared.left.people),
      right: number(compared.right.people),
    },
    {
      key: 'cost',
      name: text('plans.cost'),
      left: money(compared.left.cost, currency),
      right: money(compared.right.cost, currency),
    },
    ...licenses,
  ];
  const sentences = sentencesFor(compared.people, writer, names);
  function exportAll(): void {
    const longest = Math.max(ends.left.length, ends.right.length);
    const written = [
      ...lines.map((line) => [line.name, line.left, line.right]),
      ...Array.from({ length: longest }, (_, index) => [
        text('plans.ends'),
        ends.left[index] ?? '',
        ends.right[index] ?? '',
      ]),
      ...sentences.map((sentence) => [text('whatIfView.who'), '', sentence]),
    ];
    save({ columns: [text('plans.what'), left, right], rows: written.map((cells) => ({ cells })) });
  }
  return (
    <>
      <p className="plan-export">
        <Button size="small" icon={FileDown} onPress={exportAll}>
          {text('plans.export')}
        </Button>
      </p>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{text('plans.what')}</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              <td>{line.left}</td>
              <td className={line.left === line.right ? '' : 'figure-strong'}>{line.right}</td>
            </tr>
          ))}
          {ends.left.length + ends.right.length === 0 ? null : (
            <tr>
              <th scope="row">{text('plans.ends')}</th>
              {[ends.left, ends.right].map((side, index) => (
                <td key={index} className="plan-ends">
                  {side.length === 0
                    ? text('ui.empty')
                    : side.slice(0, mostShown).map((end) => <span key={end}>{end}</span>)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </FigureTable>
      {sentences.length === 0 ? null : (
        <section aria-label={text('whatIfView.who')}>
          <h3>{text('whatIfView.who')}</h3>
          <ul className="plan-people">
            {sentences.slice(0, mostShown).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {sentences.length > mostShown ? (
            <p className="quiet">{text('forecast.others', { count: sentences.length - mostShown })}</p>
          ) : null}
        </section>
      )}
    </>
  );
}
