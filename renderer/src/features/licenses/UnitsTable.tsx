import type { ReactNode } from 'react';
import type { PoolAnswer } from '#core/queries/pool';
import { isRefused, useAnswer, useCatalogue, useFromRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FigureTable } from '../../ui/FigureTable';
import { childPools } from './child-pools';
import { unitWords } from './license-words';
import { UnitsUse } from './PoolUse';

const columns = ['here', 'givenOn', 'inUse', 'left'] as const;

/** Units of each type of a pool, by the one definition of all screens: here, given on, in use, left. */
export function UnitsTable({ pool }: { readonly pool: PoolAnswer }): ReactNode {
  const writer = useText();
  const { text, number } = writer;
  const names = useNames();
  const { types } = useCatalogue();
  const use = useAnswer('use', { groupId: pool.poolId });
  // Those of the pools below share other licenses.
  const people = useFromRows(
    (rows) =>
      rows.count(pool.poolId).users -
      childPools(rows, pool.poolId).reduce((sum, { id }) => sum + rows.count(id).users, 0),
  );
  if (isRefused(use)) return null;
  return (
    <FigureTable>
      <thead>
        <tr>
          <th scope="col">{text('licenses.type')}</th>
          <th scope="col" className="figure-bar">
            {text('licenses.use')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {text(`licenses.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {types.map((type) => {
          const { id: typeId } = type;
          const units = use.types[typeId];
          if (units === undefined) return null;
          const free = pool.types[typeId]?.free ?? 0;
          return (
            <tr key={typeId}>
              <th scope="row">
                {names.type(typeId)}{' '}
                <span className={units.short > 0 ? 'figure-words figure-short' : 'figure-words'}>
                  {unitWords(use, type, { effective: pool.types[typeId]?.effective ?? units.here, people }, writer)}
                  {free > 0 ? ` · ${text('licenses.freeSeats', { count: free })}` : ''}
                </span>
              </th>
              <td className="figure-bar">
                <UnitsUse typeId={typeId} units={units} />
              </td>
              {columns.map((column) => (
                <td
                  key={column}
                  className={
                    column === 'left'
                      ? units.short > 0
                        ? 'figure-short'
                        : 'figure-strong'
                      : units[column] === 0
                        ? 'figure-zero'
                        : ''
                  }
                >
                  {number(column === 'left' && units.short > 0 ? -units.short : units[column])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}
