import type { ReactNode } from 'react';
import type { Price } from '#core/model/rows';
import { useFromRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';

const terms = ['month', 'year', 'once'] as const;

export interface PriceFieldsProps {
  readonly value: Price | null;
  /** `null`: the amount was emptied. */
  readonly onChange: (value: Price | null) => void;
  /** Said below the amount, such as what counts without it. */
  readonly hint?: string | undefined;
  /** What it is the price of; left out, one license. */
  readonly label?: string | undefined;
  /** Left out, the account's. */
  readonly currency?: string | null | undefined;
}

/** Takes what something costs, and how often: whole cents of a currency. */
export function PriceFields({ value, onChange, hint, label, currency }: PriceFieldsProps): ReactNode {
  const { text } = useText();
  const ofAccount = useFromRows((rows) => rows.account.currency ?? null);
  const per = value?.per ?? 'year';
  return (
    <FormColumns of="fields">
      <NumberField
        label={label ?? text('price.amount')}
        value={value === null ? null : value.amount / 100}
        least={0}
        digits={2}
        unit={currency ?? ofAccount}
        hint={hint}
        onChange={(amount) => onChange(amount === null ? null : { amount: Math.round(amount * 100), per })}
      />
      <Select
        label={text('price.per')}
        value={per}
        isDisabled={value === null}
        choices={terms.map((id) => ({ id, name: text(`price.per.${id}`) }))}
        onChange={(chosen) => {
          if (value !== null) onChange({ ...value, per: chosen });
        }}
      />
    </FormColumns>
  );
}
