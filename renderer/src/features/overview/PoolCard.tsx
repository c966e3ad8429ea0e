import type { ReactNode } from 'react';
import { resourceNames } from '#core/model/vocabulary';
import type { Amount } from '#core/queries/pool';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FigureTable } from '../../ui/FigureTable';
import { ResourceUse, UnitsTable } from '../licenses';

function useAmount(): (amount: Amount) => string {
  const { text, number } = useText();
  return (amount) => (amount === 'unlimited' ? text('ui.unlimited') : number(amount));
}

/** Shows what the group may spend: its own pool, or the one above that it shares. */
export function PoolCard({ groupId }: { readonly groupId: string }): ReactNode {
  const { text, number } = useText();
  const { choose } = useChosenGroup();
  const names = useNames();
  const amount = useAmount();
  const isRoot = useFromRows((rows) => rows.root.id === groupId);
  const pool = useAnswer('pool', { groupId });
  if (isRefused(pool)) return null;
  const resources = resourceNames.flatMap((resource) => {
    const figures = pool.resources[resource];
    return figures === undefined ? [] : [{ resource, figures }];
  });
  const isOwn = pool.poolId === groupId;

  return (
    <Card
      title={text('overview.pool')}
      words={['here', 'givenOn', 'inUse', 'left', 'pool']}
      actions={
        isOwn ? undefined : (
          <Button tone="quiet" size="small" onPress={() => choose(pool.poolId)}>
            {text('overview.openPool', { pool: names.group(pool.poolId) })}
          </Button>
        )
      }
    >
      <p className="quiet">
        {isRoot
          ? text('overview.rootPool')
          : isOwn
            ? text('overview.ownPool')
            : text('overview.sharedPool', { pool: names.group(pool.poolId) })}
      </p>
      {Object.keys(pool.types).length === 0 ? (
        <p className="quiet">{text(isRoot ? 'overview.noLicensesRoot' : 'overview.noLicenses')}</p>
      ) : (
        <UnitsTable pool={pool} />
      )}
      {resources.length === 0 ? null : (
        <FigureTable>
          <thead>
            <tr>
              <th scope="col">{text('overview.resource')}</th>
              <th scope="col" className="figure-bar">
                {text('overview.use')}
              </th>
              <th scope="col">{text('overview.capacity')}</th>
              <th scope="col">{text('overview.reserved')}</th>
              <th scope="col">{text('overview.available')}</th>
            </tr>
          </thead>
          <tbody>
            {resources.map(({ resource, figures }) => (
              <tr key={resource}>
                <th scope="row">{names.resource(resource)}</th>
                <td className="figure-bar">
                  <ResourceUse resource={resource} figures={figures} />
                </td>
                <td>{amount(figures.capacity)}</td>
                <td>{number(figures.reserved)}</td>
                <td
                  className={
                    figures.available !== 'unlimited' && figures.available < 0 ? 'figure-short' : 'figure-strong'
                  }
                >
                  {amount(figures.available)}
                </td>
              </tr>
            ))}
          </tbody>
        </FigureTable>
      )}
    </Card>
  );
}
