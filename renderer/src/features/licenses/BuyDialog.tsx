import type { ReactNode } from 'react';
import type { Resources } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { useCatalogue } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ActDialog } from '../../parts/acting';
import { PurchaseFields, type PurchaseValue } from '../../parts/prices';
import { ResourceFields } from '../../parts/resources';
import { openWindow, WindowFields, windowArguments } from './LicenseFields';

interface Purchase {
  readonly typeId: LicenseTypeId | null;
  readonly quantity: number | null;
  readonly window: typeof openWindow;
  readonly resources: Resources;
  readonly note: string;
  readonly bought: PurchaseValue;
}
const empty: Purchase = {
  typeId: null,
  quantity: 1,
  window: openWindow,
  resources: {},
  note: '',
  bought: { price: null, orderNumber: '', supplier: '' },
};

/** A purchase or a trial of the account. */
export function BuyDialog({ rootId, onClose }: { readonly rootId: string; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const catalogue = useCatalogue();
  const buyable = catalogue.types.filter((type) => type.source !== 'device' && type.retired !== true);
  const draft = useKeptDraft<Purchase>('purchase', empty);
  const { typeId, quantity, window, resources, note, bought } = draft.value;
  const change = (part: Partial<Purchase>): void => draft.set({ ...draft.value, ...part });

  function callNow(): ActCall | null {
    if (typeId === null || quantity === null) return null;
    const source = catalogue.find(typeId)?.source === 'trial' ? 'trial' : 'purchase';
    return {
      do: 'block.add',
      args: {
        groupId: rootId,
        typeId,
        quantity,
        source,
        note,
        ...windowArguments(window),
        ...(bought.price === null ? {} : { price: bought.price }),
        ...(bought.orderNumber === '' ? {} : { orderNumber: bought.orderNumber }),
        ...(bought.supplier === '' ? {} : { supplier: bought.supplier }),
        ...(typeId === 'link.feature' ? { quantity: 1, resources } : {}),
      },
    };
  }

  return (
    <ActDialog
      help="buy"
      title={text('buy.title')}
      call={callNow()}
      actName={text('buy.do')}
      onClose={onClose}
      onDone={draft.forget}
    >
      <FormColumns of="fields">
        <Select
          label={text('allocate.type')}
          value={typeId}
          onChange={(chosen) => change({ typeId: chosen })}
          choices={buyable.map(({ id }) => ({ id, name: names.type(id) }))}
          autoFocus
        />
        {typeId === 'link.feature' ? null : (
          <NumberField
            label={text('allocate.quantity')}
            value={quantity}
            onChange={(typed) => change({ quantity: typed })}
            least={1}
          />
        )}
      </FormColumns>
      {typeId === 'link.feature' ? (
        <ResourceFields value={resources} onChange={(typed) => change({ resources: typed })} />
      ) : null}
      <WindowFields value={window} onChange={(chosen) => change({ window: chosen })} />
      <PurchaseFields typeId={typeId} value={bought} onChange={(part) => change({ bought: { ...bought, ...part } })} />
      <TextField label={text('buy.note')} value={note} onChange={(typed) => change({ note: typed })} />
    </ActDialog>
  );
}
