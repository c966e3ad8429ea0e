import { useMemo, useState, type ReactNode } from 'react';
import { licenseTypes } from '#core/catalogue/license-types';
import type { Resources } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { ComboBox } from '../../ui/ComboBox';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { ActDialog } from '../../parts/acting';
import { Explanation } from '../../parts/explain';
import { childPools } from './child-pools';
import { openWindow, ResourceFields, WindowFields, windowArguments } from './LicenseFields';

const allocatable = licenseTypes.filter((type) => type.source === 'purchase').map((type) => type.id);

interface AllocateFieldsProps {
  readonly targetId: string;
  readonly onCall: (call: ActCall | null) => void;
}

function callOf(
  groupId: string,
  typeId: LicenseTypeId | null,
  quantity: number | null,
  window: typeof openWindow,
  resources: Resources,
): ActCall | null {
  if (typeId === null || quantity === null || quantity === 0) return null;
  const amounts = typeId === 'link.feature' ? { quantity: 1, resources } : { quantity };
  return { do: 'allocation.set', args: { groupId, typeId, ...amounts, ...windowArguments(window) } };
}

function AllocateFields({ targetId, onCall }: AllocateFieldsProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const giverId = model.poolAbove(targetId) ?? targetId;
  const { today } = useDay();
  // An act is done today, whatever day is looked at.
  const pool = useAnswer('pool', { groupId: giverId }, today);
  const use = useAnswer('use', { groupId: giverId }, today);
  const leftOf = (type: LicenseTypeId): number => (isRefused(use) ? 0 : (use.types[type]?.left ?? 0));
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [window, setWindow] = useState(openWindow);
  const [resources, setResources] = useState<Resources>({});
  const figures = isRefused(pool) || typeId === null ? undefined : pool.types[typeId];
  const types = allocatable.filter((type) => !isRefused(pool) && pool.types[type] !== undefined);
  const call = callOf(targetId, typeId, quantity, window, resources);

  function change(next: {
    readonly typeId?: LicenseTypeId;
    readonly quantity?: number | null;
    readonly window?: typeof openWindow;
    readonly resources?: Resources;
  }): void {
    if (next.typeId !== undefined) setTypeId(next.typeId);
    if (next.quantity !== undefined) setQuantity(next.quantity);
    if (next.window !== undefined) setWindow(next.window);
    if (next.resources !== undefined) setResources(next.resources);
    onCall(
      callOf(
        targetId,
        next.typeId ?? typeId,
        next.quantity === undefined ? quantity : next.quantity,
        next.window ?? window,
        next.resources ?? resources,
      ),
    );
  }

  if (types.length === 0) return <p className="quiet">{text('allocate.nothing', { pool: names.group(giverId) })}</p>;
  return (
    <>
      <FormColumns of="fields">
        <Select
          label={text('allocate.type')}
          value={typeId}
          onChange={(chosen) => change({ typeId: chosen })}
          autoFocus
          choices={types.map((type) => {
            const of = isRefused(pool) ? undefined : pool.types[type];
            return {
              id: type,
              name: names.type(type),
              hint: text('allocate.step', { available: leftOf(type), nominal: of?.nominal ?? 0 }),
            };
          })}
        />
        {typeId === 'link.feature' ? null : (
          <NumberField
            label={text('allocate.quantity')}
            value={quantity}
            least={0}
            onChange={(amount) => change({ quantity: amount })}
            hint={
              figures === undefined || typeId === null
                ? undefined
                : text('allocate.left', {
                    pool: names.group(giverId),
                    available: leftOf(typeId),
                    nominal: figures.nominal,
                    type: names.type(typeId),
                  })
            }
          />
        )}
      </FormColumns>
      {typeId === 'link.feature' ? (
        <ResourceFields value={resources} onChange={(amounts) => change({ resources: amounts })} />
      ) : null}
      <WindowFields value={window} onChange={(days) => change({ window: days })} />
      {call === null ? null : <Explanation call={call} />}
    </>
  );
}

export interface AllocateDialogProps {
  /** The pool that is looked at: it may be given more, or give to the pools below. */
  readonly poolId: string;
  /** To whom, where that is clear already. */
  readonly initialTarget: string | null;
  readonly onClose: () => void;
}

/** Licenses from a pool to the one below it; the pool that limits is named beside the field while one types. */
export function AllocateDialog({ poolId, initialTarget, onClose }: AllocateDialogProps): ReactNode {
  const { text } = useText();
  const model = useRows();
  const [targetId, setTargetId] = useState(initialTarget);
  const [call, setCall] = useState<ActCall | null>(null);
  const targets = useMemo(() => {
    const own = model.row('groups', poolId);
    return [...(own === undefined || own.parentId === null ? [] : [own]), ...childPools(model, poolId)].map(
      (group) => ({ id: group.id, name: group.name }),
    );
  }, [model, poolId]);
  return (
    <ActDialog title={text('allocate.title')} call={call} actName={text('allocate.do')} onClose={onClose} isExplained>
      <ComboBox
        label={text('allocate.to')}
        choices={targets}
        value={targetId}
        onChange={(id) => {
          setTargetId(id);
          setCall(null);
        }}
        autoFocus={initialTarget === null}
      />
      {targetId === null ? null : <AllocateFields key={targetId} targetId={targetId} onCall={setCall} />}
    </ActDialog>
  );
}
