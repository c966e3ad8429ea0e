import type { ReactNode } from 'react';
import { resourceNames } from '#core/model/vocabulary';
import type { Amount, PoolAnswer } from '#core/queries/pool';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FigureTable } from '../../ui/FigureTable';
import { ResourceUse } from './PoolUse';

/** Shows what the units add up to: capacity, what is reserved of it, what is left. */
export function ResourceFigures({ pool }: { readonly pool: PoolAnswer }): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const write = (amount: Amount): string => (amount === 'unlimited' ? text('ui.unlimited') : number(amount));
  return (
    <FigureTable>
      <thead>
        <tr>
          <th scope="col">{text('licenses.resource')}</th>
          <th scope="col" className="figure-bar">
            {text('licenses.use')}
          </th>
          {(['capacity', 'reserved', 'available'] as const).map((column) => (
            <th key={column} scope="col">
              {text(`licenses.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {resourceNames.map((resource) => {
          const figures = pool.resources[resource];
          if (figures === undefined) return null;
          const { capacity, reserved, available } = figures;
          const isShort = available !== 'unlimited' && available < 0;
          return (
            <tr key={resource}>
              <th scope="row">{names.resource(resource)}</th>
              <td className="figure-bar">
                {capacity === 'unlimited' ? (
                  <span className="quiet">{text('licenses.unlimited')}</span>
                ) : (
                  <ResourceUse resource={resource} figures={figures} />
                )}
              </td>
              <td>{write(capacity)}</td>
              <td className={reserved === 0 ? 'figure-zero' : ''}>{number(reserved)}</td>
              <td className={isShort ? 'figure-short' : 'figure-strong'}>{write(available)}</td>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}
