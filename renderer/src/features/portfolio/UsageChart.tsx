import { scaleLinear } from 'd3-scale';
import type { CSSProperties, ReactNode } from 'react';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { PortfolioUnits } from '#core/queries/portfolio';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { TypeMark } from './TypeMark';

/** A pool by the name of what spends it, with its units of one type. */
export interface UsageLine {
  readonly id: string;
  readonly name: string;
  readonly units: PortfolioUnits;
}

/** More lines than these are a table, not a picture. */
const mostLines = 15;
/** What is short is said where something is. */
const usualParts = ['used', 'free'] as const;
const allParts = [...usualParts, 'short'] as const;

/** The lines with the most units, and one for all others. */
function longest(lines: readonly UsageLine[], othersName: (count: number) => string): readonly UsageLine[] {
  const sorted = [...lines].sort((one, other) => lengthOf(other) - lengthOf(one));
  if (sorted.length <= mostLines) return sorted;
  const others = sorted.slice(mostLines - 1);
  const sum = (of: (units: PortfolioUnits) => number): number =>
    others.reduce((total, { units }) => total + of(units), 0);
  const units = {
    nominal: sum(({ nominal }) => nominal),
    used: sum(({ used }) => used),
    free: sum(({ free }) => free),
    short: sum(({ short }) => short),
  };
  return [...sorted.slice(0, mostLines - 1), { id: '', name: othersName(others.length), units }];
}

/** What does not take effect is not in use, although it is claimed. */
function shares({ used, free, short }: PortfolioUnits): PortfolioUnits & { readonly used: number } {
  return { nominal: 0, used: Math.max(0, used - Math.min(short, used)), free, short };
}

function lengthOf({ units }: UsageLine): number {
  const { used, free, short } = shares(units);
  return used + free + short;
}

/** One license type over all pools: what is in use, free and short, each as long as it is much. A table, so its figures are read as such. */
export function UsageChart({
  typeId,
  lines,
}: {
  readonly typeId: LicenseTypeId;
  readonly lines: readonly UsageLine[];
}): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const type = names.type(typeId);
  const shown = longest(lines, (count) => text('charts.others', { count }));
  const parts = shown.some(({ units }) => units.short > 0) ? allParts : usualParts;
  const share = scaleLinear([0, Math.max(1, ...shown.map(lengthOf))], [0, 100]);
  return (
    <figure className="usage-chart">
      <figcaption>
        <TypeMark typeId={typeId} />
        {type}
      </figcaption>
      <table aria-label={text('charts.usageType', { type })}>
        <thead>
          <tr>
            <th scope="col">{text('portfolio.name')}</th>
            <td />
            {parts.map((part) => (
              <th key={part} scope="col">
                {text(`charts.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, units }) => (
            <tr key={id}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td className="usage-track" aria-hidden>
                {parts.map((part) => {
                  const amount = shares(units)[part];
                  const style: CSSProperties = { width: `${share(amount)}%` };
                  return amount === 0 ? null : (
                    <span key={part} className={`usage-share usage-${part}`} data-type={typeId} style={style} />
                  );
                })}
              </td>
              {parts.map((part) => (
                <td
                  key={part}
                  className={units[part] === 0 ? 'figure-zero' : part === 'short' ? 'figure-short' : undefined}
                >
                  {number(units[part])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
