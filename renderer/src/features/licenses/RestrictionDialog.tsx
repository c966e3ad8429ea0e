import type { ReactNode } from 'react';
import { boughtByUnit } from '#core/catalogue/license-types';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { ActDialog } from '../../parts/acting';
import { Why } from '../../parts/explain';

type Quantities = { readonly [T in LicenseTypeId]?: number | null };

/** A pool of its own, with what it is given at once; what is in use already must fit. */
export function OwnPoolDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const { today } = useDay();
  const pool = useAnswer('pool', { groupId }, today);
  const draft = useKeptDraft<Quantities>(`own pool of ${groupId}`, {});
  const quantities = draft.value;
  const types = boughtByUnit(useCatalogue().types, 'retired').flatMap(({ id }) =>
    !isRefused(pool) && pool.types[id] !== undefined ? [id] : [],
  );
  const allocate = types.flatMap((typeId) => {
    const quantity = quantities[typeId] ?? 0;
    return quantity === 0 ? [] : [{ typeId, quantity }];
  });
  const group = names.group(groupId);
  return (
    <ActDialog
      help="licenses"
      title={text('restrict.ownTitle', { group })}
      call={{ do: 'restriction.set', args: { groupId, mode: 'own', ...(allocate.length === 0 ? {} : { allocate }) } }}
      actName={text('restrict.ownDo')}
      onClose={onClose}
      onDone={draft.forget}
    >
      <p>{text('restrict.ownText', { group })}</p>
      {types.length === 0 ? null : (
        <>
          <h3 className="license-subtitle">{text('restrict.allocate')}</h3>
          <FormColumns of="fields">
            {types.map((typeId) => {
              const figures = isRefused(pool) ? undefined : pool.types[typeId];
              return (
                <div key={typeId} className="field-why">
                  <NumberField
                    label={names.type(typeId)}
                    least={0}
                    value={quantities[typeId] ?? 0}
                    onChange={(quantity) => draft.set({ ...quantities, [typeId]: quantity })}
                    hint={
                      isRefused(pool)
                        ? undefined
                        : text('allocate.left', {
                            pool: names.group(pool.poolId),
                            available: figures?.available ?? 0,
                            nominal: figures?.nominal ?? 0,
                            type: names.type(typeId),
                          })
                    }
                  />
                  <Why
                    about={names.type(typeId)}
                    call={{
                      do: 'restriction.set',
                      args: { groupId, mode: 'own', allocate: [{ typeId, quantity: quantities[typeId] || 1 }] },
                    }}
                  />
                </div>
              );
            })}
          </FormColumns>
        </>
      )}
    </ActDialog>
  );
}

/** Back to the pool above. */
export function SharedPoolDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const parentId = rows.row('groups', groupId)?.parentId;
  const group = names.group(groupId);
  return (
    <ActDialog
      help="licenses"
      title={text('restrict.sharedTitle', { group })}
      call={{ do: 'restriction.set', args: { groupId, mode: 'inherit' } }}
      actName={text('restrict.sharedDo')}
      onClose={onClose}
    >
      <p>{text('restrict.sharedText', { group, pool: parentId == null ? '' : names.group(rows.poolOf(parentId)) })}</p>
    </ActDialog>
  );
}
