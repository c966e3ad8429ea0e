import { useMemo, useState, type ReactNode } from 'react';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { ActDialog, together } from '../../parts/acting';
import { openWindow, WindowFields, windowArguments } from './LicenseFields';

/** The same licenses for several pools at once: what that comes to, and what it leaves above, before the click; one step to take back. */
export function AllocateToEachDialog({
  poolIds,
  onClose,
}: {
  /** Pools of their own, below one that gives. */
  readonly poolIds: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const rows = useRows();
  const { today } = useDay();
  const giverId = rows.poolAbove(poolIds[0] ?? '') ?? rows.root.id;
  const use = useAnswer('use', { groupId: giverId }, today);
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [window, setWindow] = useState(openWindow);
  const types = useCatalogue().types.flatMap(({ id, source }) =>
    // Features are given by what they are to hold, which differs from complex to complex.
    source === 'purchase' && id !== 'link.feature' && !isRefused(use) && use.types[id] !== undefined ? [id] : [],
  );
  const leftOf = (type: LicenseTypeId): number => (isRefused(use) ? 0 : (use.types[type]?.left ?? 0));
  const chosen = typeId ?? types[0] ?? null;
  const call = useMemo(
    () =>
      chosen === null || quantity === null || quantity === 0
        ? null
        : together(
            poolIds.map((groupId) => ({
              do: 'allocation.set',
              args: { groupId, typeId: chosen, quantity, ...windowArguments(window) },
            })),
          ),
    [poolIds, chosen, quantity, window],
  );
  return (
    <ActDialog
      help="portfolio"
      title={text('allocate.eachTitle', { count: poolIds.length })}
      call={call}
      actName={text('allocate.do')}
      onClose={onClose}
      summary={
        chosen === null
          ? undefined
          : text('allocate.eachTotal', {
              count: poolIds.length,
              quantity: quantity ?? 0,
              total: poolIds.length * (quantity ?? 0),
              type: names.type(chosen),
            })
      }
    >
      <p className="quiet">{list(poolIds.map((id) => names.group(id)))}</p>
      {chosen === null ? (
        <p className="quiet">{text('allocate.nothing', { pool: names.group(giverId) })}</p>
      ) : (
        <>
          <FormColumns of="fields">
            <Select
              label={text('allocate.type')}
              value={chosen}
              onChange={setTypeId}
              choices={types.map((type) => ({ id: type, name: names.type(type) }))}
            />
            <NumberField
              label={text('allocate.quantityEach')}
              value={quantity}
              least={0}
              onChange={setQuantity}
              autoFocus
              hint={text('allocate.leftIn', {
                pool: names.group(giverId),
                available: leftOf(chosen),
                type: names.type(chosen),
              })}
            />
          </FormColumns>
          <WindowFields value={window} onChange={setWindow} />
        </>
      )}
    </ActDialog>
  );
}
