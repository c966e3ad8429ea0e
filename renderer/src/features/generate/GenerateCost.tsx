import type { ReactNode } from 'react';
import type { PoolAnswer } from '#core/queries/pool';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { LicenseCost } from './generate-licenses';
import type { Level } from './generate-levels';

export interface GenerateCostProps {
  readonly costs: readonly LicenseCost[];
  readonly levels: readonly Level[];
  readonly pool: PoolAnswer;
}

/** Shows what the licenses come to, and what is left of the pool that gives them. */
export function GenerateCost({ costs, levels, pool }: GenerateCostProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const poolName = names.group(pool.poolId);
  return (
    <ul className="generate-costs" aria-live="polite">
      {costs.map(({ line, groups, total, giver, taken, available }, index) => {
        const giverKind = giver === null ? undefined : levels[giver]?.kind;
        const giverName =
          giverKind === undefined ? poolName : text('generate.ownPoolOf', { kind: text(`kind.${giverKind}`) });
        const isShort = taken > available;
        return (
          <li key={index} className={isShort ? 'generate-short' : undefined}>
            <strong>
              {text('generate.cost', { groups, quantity: line.quantity, type: names.type(line.typeId), total })}
            </strong>{' '}
            {isShort
              ? text('generate.costShort', { short: taken - available, pool: giverName, available })
              : text('generate.costLeft', { left: available - taken, pool: giverName, available })}
          </li>
        );
      })}
    </ul>
  );
}
