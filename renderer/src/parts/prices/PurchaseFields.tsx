import type { ReactNode } from 'react';
import type { Price } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { useFromRows } from '../../state/model-hooks';
import { priceWords } from '../../text/money';
import { useText } from '../../text/text';
import { FormColumns } from '../../ui/FormColumns';
import { TextField } from '../../ui/TextField';
import { PriceFields } from './PriceFields';

/** Details of a purchase besides what it gives. */
export interface PurchaseValue {
  readonly price: Price | null;
  readonly orderNumber: string;
  readonly supplier: string;
}

/** Price, order and supplier of a purchase; without a price of its own that of its type counts. */
export function PurchaseFields({
  typeId,
  value,
  onChange,
}: {
  readonly typeId: LicenseTypeId | null;
  readonly value: PurchaseValue;
  readonly onChange: (part: Partial<PurchaseValue>) => void;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const currency = useFromRows((rows) => rows.account.currency ?? null);
  const ofType = useFromRows((rows) => (typeId === null ? null : (rows.row('prices', typeId) ?? null)));
  return (
    <>
      <PriceFields
        value={value.price}
        onChange={(price) => onChange({ price })}
        hint={
          value.price !== null || typeId === null
            ? undefined
            : ofType === null
              ? text('price.noneOfType')
              : text('price.ofType', { price: priceWords(ofType, currency, writer) })
        }
      />
      <FormColumns of="fields">
        <TextField
          label={text('purchase.order')}
          value={value.orderNumber}
          onChange={(orderNumber) => onChange({ orderNumber })}
        />
        <TextField
          label={text('purchase.supplier')}
          value={value.supplier}
          onChange={(supplier) => onChange({ supplier })}
        />
      </FormColumns>
    </>
  );
}
