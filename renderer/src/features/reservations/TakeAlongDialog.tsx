import { useState, type ReactNode } from 'react';
import { boughtByUnit } from '#core/catalogue/license-types';
import { addDays, type Day } from '#core/kernel/day';
import type { NumberKind } from '#core/model/rows';
import { numberKinds, type LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useSynchronise, useSyncState } from '../../state/sync-hooks';
import { useDay } from '../../state/view-hooks';
import { ActDialog } from '../../parts/acting';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { DayField } from '../../ui/DayField';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';

/** How many days somebody is away unless said otherwise. */
const usualDays = 7;

/** Units and numbers of a pool, set aside for this computer while it is away. */
export function TakeAlongDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const poolId = useRows().poolOf(groupId);
  const { today } = useDay();
  const isShared = useSyncState().kind !== 'local';
  const synchronise = useSynchronise();
  const pool = useAnswer('pool', { groupId: poolId }, today);
  const [chosen, setTypeId] = useState<LicenseTypeId | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [kind, setKind] = useState<NumberKind>('sip');
  const [count, setCount] = useState<number | null>(0);
  const [until, setUntil] = useState<Day | null>(addDays(today, usualDays));
  const { types: known } = useCatalogue();
  const types = isRefused(pool) ? [] : boughtByUnit(known, 'retired').filter(({ id }) => pool.types[id] !== undefined);
  const typeId = chosen ?? (types.length === 1 ? (types[0]?.id ?? null) : null);
  const call: ActCall | null =
    typeId === null || quantity === null || quantity === 0 || until === null
      ? null
      : {
          do: 'reserve.take',
          args: {
            poolId,
            typeId,
            quantity,
            until,
            ...(count === null || count === 0 ? {} : { numbers: { kind, count } }),
          },
        };
  return (
    <ActDialog
      help="allocate"
      title={text('takeAlong.title')}
      call={call}
      actName={text('takeAlong.do')}
      onClose={onClose}
      onDone={() => {
        // Only what others know of is kept for this computer.
        if (isShared) void synchronise();
      }}
    >
      <p className="quiet">
        {text(isShared ? 'takeAlong.intro' : 'takeAlong.introAlone', { pool: names.group(poolId) })}
      </p>
      {types.length === 0 ? <p className="quiet">{text('takeAlong.nothing', { pool: names.group(poolId) })}</p> : null}
      <FormColumns of="fields">
        <Select
          label={text('allocate.type')}
          value={typeId}
          onChange={setTypeId}
          autoFocus
          choices={types.map(({ id }) => ({
            id,
            name: names.type(id),
            hint: text('takeAlong.left', { available: isRefused(pool) ? 0 : (pool.types[id]?.available ?? 0) }),
          }))}
        />
        <NumberField label={text('allocate.quantity')} value={quantity} least={1} onChange={setQuantity} />
        <Select
          label={text('takeAlong.kind')}
          value={kind}
          onChange={setKind}
          choices={numberKinds.map((id) => ({ id, name: text(`numberKind.${id}`) }))}
        />
        <NumberField label={text('takeAlong.numbers')} value={count} least={0} onChange={setCount} />
        <DayField label={text('takeAlong.until')} value={until} earliest={today} canClear={false} onChange={setUntil} />
      </FormColumns>
    </ActDialog>
  );
}
