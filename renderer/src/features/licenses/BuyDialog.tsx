import { useState, type ReactNode } from 'react';
import { licenseType, licenseTypes } from '#core/catalogue/license-types';
import type { Resources } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ActDialog } from '../../parts/acting';
import { openWindow, ResourceFields, WindowFields, windowArguments } from './LicenseFields';

const buyable = licenseTypes.filter((type) => type.source !== 'device').map((type) => type.id);

/** A purchase or a trial of the account. */
export function BuyDialog({ rootId, onClose }: { readonly rootId: string; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [window, setWindow] = useState(openWindow);
  const [resources, setResources] = useState<Resources>({});
  const [note, setNote] = useState('');

  function callNow(): ActCall | null {
    if (typeId === null || quantity === null) return null;
    const source = licenseType(typeId).source === 'trial' ? 'trial' : 'purchase';
    return {
      do: 'block.add',
      args: {
        groupId: rootId,
        typeId,
        quantity,
        source,
        note,
        ...windowArguments(window),
        ...(typeId === 'link.feature' ? { quantity: 1, resources } : {}),
      },
    };
  }

  return (
    <ActDialog title={text('buy.title')} call={callNow()} actName={text('buy.do')} onClose={onClose}>
      <FormColumns of="fields">
        <Select
          label={text('allocate.type')}
          value={typeId}
          onChange={setTypeId}
          choices={buyable.map((type) => ({ id: type, name: names.type(type) }))}
          autoFocus
        />
        {typeId === 'link.feature' ? null : (
          <NumberField label={text('allocate.quantity')} value={quantity} onChange={setQuantity} least={1} />
        )}
      </FormColumns>
      {typeId === 'link.feature' ? <ResourceFields value={resources} onChange={setResources} /> : null}
      <WindowFields value={window} onChange={setWindow} />
      <TextField label={text('buy.note')} value={note} onChange={setNote} />
    </ActDialog>
  );
}
