import { useMemo, type ReactNode } from 'react';
import type { BlockAnswer } from '#core/queries/blocks';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FigureTable } from '../../ui/FigureTable';
import { GroupLink } from '../../parts/groups';
import { AllocationSheet } from './AllocationSheet';
import { childPools, holdersOf } from './child-pools';

/** Shows who was given what out of this pool. */
export function HoldersCard({
  groupId,
  blocks,
  onAllocate,
}: {
  readonly groupId: string;
  readonly blocks: readonly BlockAnswer[];
  readonly onAllocate: (poolId: string) => void;
}): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const rows = useRows();
  const holders = holdersOf(blocks);
  const hasPoolsBelow = useMemo(
    () => holders.length > 0 || childPools(rows, groupId).length > 0,
    [holders.length, rows, groupId],
  );
  if (!hasPoolsBelow) return null;
  const actions = <AllocationSheet groupId={groupId} poolIds={holders.map((holder) => holder.poolId)} />;
  if (holders.length === 0)
    return (
      <Card title={text('holders.title')} words={['givenOn', 'allocate']} actions={actions}>
        <p className="quiet">{text('holders.empty')}</p>
      </Card>
    );
  return (
    <Card title={text('holders.title')} words={['givenOn', 'allocate']} actions={actions}>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{text('holders.pool')}</th>
            <th scope="col" className="figure-text">
              {text('holders.holds')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text('licenses.allocate')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <tr key={holder.poolId}>
              <th scope="row">
                <GroupLink groupId={holder.poolId} />
              </th>
              <td className="figure-text">
                {list(
                  holder.holds.map(({ typeId, quantity }) =>
                    text('name.block', { quantity, type: names.type(typeId) }),
                  ),
                )}
              </td>
              <td>
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={text('holders.allocate', { pool: holder.name })}
                  onPress={() => onAllocate(holder.poolId)}
                >
                  {text('licenses.allocate')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </Card>
  );
}
