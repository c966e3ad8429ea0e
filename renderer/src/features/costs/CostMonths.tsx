import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import type { CostLine } from './cost-lines';

/** In units of the drawing, which takes the width there is. */
const size = { width: 460, height: 200, left: 52, right: 8, top: 10, bottom: 24 };
/** Words below months stand at most this often. */
const mostLabels = 5;

/** Draws what each month costs as bars, and says the same in words for who does not see them. */
export function CostMonths({
  lines,
  currency,
}: {
  readonly lines: readonly CostLine[];
  readonly currency: string | null;
}): ReactNode {
  const { text, money, number } = useText();
  const x = scaleBand(
    lines.map(({ id }) => id),
    [size.left, size.width - size.right],
  ).padding(0.25);
  const y = scaleLinear(
    [0, Math.max(1, ...lines.map(({ amount }) => amount))],
    [size.height - size.bottom, size.top],
  ).nice(4);
  const every = Math.ceil(lines.length / mostLabels);
  const summary = lines.map(({ name, amount }) => `${name}: ${money(amount, currency)}`).join('; ');
  return (
    <figure className="cost-months">
      <svg
        viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
        role="img"
        aria-label={text('cost.monthsLabel', { summary })}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="cost-grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
            <text className="cost-tick" x={size.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
              {number(tick / 100)}
            </text>
          </g>
        ))}
        {lines.map(({ id, name, amount }, index) => (
          <g key={id}>
            <rect
              className="cost-column"
              x={x(id)}
              y={y(amount)}
              width={x.bandwidth()}
              height={Math.max(0, y(0) - y(amount))}
            />
            {index % every === 0 ? (
              <text className="cost-tick" x={x(id)} y={size.height - 7}>
                {name}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  );
}
