import { scaleBand, scaleLinear } from 'd3-scale';
import { useId, type ReactNode } from 'react';
import { isOwnTypeId, type LicenseTypeId, type VendorTypeId } from '#core/model/vocabulary';
import { useCatalogue } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FigureTable } from '../../ui/FigureTable';
import type { MonthOfEnds } from './ends-by-month';

/** In units of the drawing, which takes the width there is. */
const size = { width: 720, height: 190, left: 40, right: 8, top: 18, bottom: 24 };

/** Lines of a square of 8 × 8 that repeats. */
const patternLines: { readonly [T in VendorTypeId]: string } = {
  'link.trial': 'M4 0 V8 M0 4 H8',
  'link.basic': 'M4 0 V8',
  'link.basicPaid': 'M0 8 L8 0',
  'link.plus': '',
  'link.feature': 'M0 8 L8 0 M0 0 L8 8',
  'ringover.smart': 'M0 0 L8 8',
  'ringover.business': 'M1 2 h2 M5 6 h2',
  'ringover.advanced': 'M0 4 H8',
};

/** Types of one's own, which are told apart by their names. */
const ownLines = 'M1 4 h1 M5 0 h1 M5 8 h1';

/** A pattern for each type, so that they differ without colour. */
function TypePattern({ id, typeId }: { readonly id: string; readonly typeId: LicenseTypeId }): ReactNode {
  return (
    <pattern id={id} className="type-fill" data-type={typeId} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" />
      <path d={isOwnTypeId(typeId) ? ownLines : patternLines[typeId]} />
    </pattern>
  );
}

/** Draws how many units end in each of the coming months, by type; the same as words for who does not see it, and as a table. */
export function EndsChart({ months }: { readonly months: readonly MonthOfEnds[] }): ReactNode {
  const writer = useText();
  const { text, number, list } = writer;
  const names = useNames();
  const patternId = useId();
  const ending = new Set(months.flatMap((month) => month.types.map(({ typeId }) => typeId)));
  const types = useCatalogue().types.flatMap(({ id }) => (ending.has(id) ? [id] : []));
  const busy = months.filter(({ total }) => total > 0);
  if (busy.length === 0) return <p className="quiet">{text('charts.noEnds')}</p>;
  const what = (month: MonthOfEnds): string =>
    list(
      month.types.map(({ typeId, units }) => text('name.block', { quantity: number(units), type: names.type(typeId) })),
    );
  const summary = busy
    .map((month) => text('charts.endsLine', { month: writer.month(month.first), what: what(month) }))
    .join(' ');
  const x = scaleBand(
    months.map(({ first }) => first),
    [size.left, size.width - size.right],
  ).padding(0.25);
  const y = scaleLinear([0, Math.max(...busy.map(({ total }) => total))], [size.height - size.bottom, size.top]).nice(
    4,
  );
  return (
    <figure className="ends-chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={text('charts.endsLabel', { summary })}>
        <defs>
          {types.map((typeId) => (
            <TypePattern key={typeId} id={`${patternId}${typeId}`} typeId={typeId} />
          ))}
        </defs>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line className="units-grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
              <text className="units-tick" x={size.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
        {months.map((month, index) => {
          const left = x(month.first) ?? 0;
          let below = 0;
          return (
            <g key={month.first}>
              {month.types.map(({ typeId, units }) => {
                const top = y(below + units);
                const height = y(below) - top;
                below += units;
                return (
                  <rect
                    key={typeId}
                    className="ends-bar"
                    data-type={typeId}
                    x={left}
                    y={top}
                    width={x.bandwidth()}
                    height={height}
                    fill={`url(#${patternId}${typeId})`}
                  />
                );
              })}
              {month.total === 0 ? null : (
                <text className="ends-total" x={left + x.bandwidth() / 2} y={y(month.total) - 4} textAnchor="middle">
                  {number(month.total)}
                </text>
              )}
              {index % 3 === 0 ? (
                <text className="units-tick" x={left} y={size.height - 7}>
                  {writer.month(month.first)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <p className="chart-legend">
        {types.map((typeId) => (
          <span key={typeId}>
            <svg className="ends-mark" viewBox="0 0 14 14" aria-hidden>
              <rect
                className="ends-bar"
                data-type={typeId}
                x="1"
                y="1"
                width="12"
                height="12"
                fill={`url(#${patternId}${typeId})`}
              />
            </svg>
            {names.type(typeId)}
          </span>
        ))}
      </p>
      <details>
        <summary>{text('charts.asTable')}</summary>
        <FigureTable>
          <thead>
            <tr>
              <th scope="col">{text('charts.month')}</th>
              {types.map((typeId) => (
                <th key={typeId} scope="col">
                  {names.type(typeId)}
                </th>
              ))}
              <th scope="col">{text('charts.total')}</th>
            </tr>
          </thead>
          <tbody>
            {busy.map((month) => (
              <tr key={month.first}>
                <th scope="row">{writer.month(month.first)}</th>
                {types.map((typeId) => (
                  <td key={typeId}>{number(month.types.find((one) => one.typeId === typeId)?.units ?? 0)}</td>
                ))}
                <td className="figure-strong">{number(month.total)}</td>
              </tr>
            ))}
          </tbody>
        </FigureTable>
      </details>
    </figure>
  );
}
