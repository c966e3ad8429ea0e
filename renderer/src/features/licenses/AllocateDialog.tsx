import { useMemo, useState, type ReactNode } from 'react';
import type { Resources } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
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
import { ResourceFields } from '../../parts/resources';
import { openWindow, WindowFields, windowArguments } from './LicenseFields';

interface Allocation {
  readonly typeId: LicenseTypeId | null;
  readonly quantity: number | null;
  readonly window: typeof openWindow;
  readonly resources: Resources;
}

/** Of each pool that something was typed for. */
type Allocations = { readonly [poolId: string]: Allocation };

const empty: Allocation = { typeId: null, quantity: 1, window: openWindow, resources: {} };

function callOf(groupId: string, { typeId, quantity, window, resources }: Allocation): ActCall | null {
  if (typeId === null || quantity === null || quantity === 0) return null;
  const amounts = typeId === 'link.feature' ? { quantity: 1, resources } : { quantity };
  return { do: 'allocation.set', args: { groupId, typeId, ...amounts, ...windowArguments(window) } };
}

interface AllocateFieldsProps {
  readonly targetId: string;
  readonly value: Allocation;
  readonly onChange: (value: Allocation) => void;
}

function AllocateFields({ targetId, value, onChange }: AllocateFieldsProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const giverId = model.poolAbove(targetId) ?? targetId;
  const { today } = useDay();
  // An act is done today, whatever day is looked at.
  const pool = useAnswer('pool', { groupId: giverId }, today);
  const use = useAnswer('use', { groupId: giverId }, today);
  const leftOf = (type: LicenseTypeId): number => (isRefused(use) ? 0 : (use.types[type]?.left ?? 0));
  const { typeId, quantity, window, resources } = value;
  const figures = isRefused(pool) || typeId === null ? undefined : pool.types[typeId];
  const types = useCatalogue().types.flatMap(({ id, source }) =>
    source === 'purchase' && !isRefused(pool) && pool.types[id] !== undefined ? [id] : [],
  );
  const call = callOf(targetId, value);

  const change = (part: Partial<Allocation>): void => onChange({ ...value, ...part });

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
  // What was typed for each is there again, whatever way the dialog was closed.
  const drafts = useKeptDraft<Allocations>('allocations', {});
  const targets = useMemo(() => {
    const own = model.row('groups', poolId);
    return [...(own === undefined || own.parentId === null ? [] : [own]), ...childPools(model, poolId)].map(
      (group) => ({ id: group.id, name: group.name }),
    );
  }, [model, poolId]);
  const allocation = targetId === null ? empty : (drafts.value[targetId] ?? empty);
  return (
    <ActDialog
      help="allocate"
      title={text('allocate.title')}
      call={targetId === null ? null : callOf(targetId, allocation)}
      actName={text('allocate.do')}
      onClose={onClose}
      onDone={drafts.forget}
      isExplained
    >
      <ComboBox
        label={text('allocate.to')}
        choices={targets}
        value={targetId}
        onChange={setTargetId}
        autoFocus={initialTarget === null}
      />
      {targetId === null ? null : (
        <AllocateFields
          key={targetId}
          targetId={targetId}
          value={allocation}
          onChange={(next) => drafts.set({ ...drafts.value, [targetId]: next })}
        />
      )}
    </ActDialog>
  );
}
