import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import type { CostLine } from './cost-lines';

/** More lines than these are a table, not a picture. */
const mostLines = 12;

/** Types or places beside each other, each as long as it costs; the rest in one. */
export function CostBars({
  lines,
  currency,
  label,
}: {
  readonly lines: readonly CostLine[];
  readonly currency: string | null;
  readonly label: string;
}): ReactNode {
  const { text, money } = useText();
  const rest = lines.slice(mostLines - 1);
  const shown =
    lines.length <= mostLines
      ? lines
      : [
          ...lines.slice(0, mostLines - 1),
          {
            id: '',
            name: text('charts.others', { count: rest.length }),
            amount: rest.reduce((sum, { amount }) => sum + amount, 0),
            typeId: null,
          },
        ];
  const share = scaleLinear([0, Math.max(1, ...shown.map(({ amount }) => amount))], [0, 100]);
  return (
    <ul className="cost-bars" aria-label={label}>
      {shown.map(({ id, name, amount, typeId }) => (
        <li key={id}>
          <span className="cost-name" title={name}>
            {name}
          </span>
          <span className="cost-track" aria-hidden>
            <span className="cost-bar" data-type={typeId ?? undefined} style={{ width: `${share(amount)}%` }} />
          </span>
          <span className="cost-amount">{money(amount, currency)}</span>
        </li>
      ))}
    </ul>
  );
}
