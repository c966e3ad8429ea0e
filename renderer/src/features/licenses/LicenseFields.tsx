import type { ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import { useText } from '../../text/text';
import { DayField } from '../../ui/DayField';
import { FormColumns } from '../../ui/FormColumns';

export interface WindowValue {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** The days on which units count, both included. */
export function WindowFields({
  value,
  onChange,
}: {
  readonly value: WindowValue;
  readonly onChange: (value: WindowValue) => void;
}): ReactNode {
  const { text } = useText();
  return (
    <FormColumns of="days">
      <DayField
        label={text('allocate.from')}
        value={value.validFrom}
        onChange={(validFrom) => onChange({ ...value, validFrom })}
        hint={text('allocate.windowHint')}
      />
      <DayField
        label={text('allocate.until')}
        value={value.validUntil}
        onChange={(validUntil) => onChange({ ...value, validUntil })}
        hint={text('allocate.windowHint')}
      />
    </FormColumns>
  );
}

/** The window as arguments: open ends are left out. */
export function windowArguments({ validFrom, validUntil }: WindowValue): {
  readonly validFrom?: Day;
  readonly validUntil?: Day;
} {
  return { ...(validFrom === null ? {} : { validFrom }), ...(validUntil === null ? {} : { validUntil }) };
}

export const openWindow: WindowValue = { validFrom: null, validUntil: null };
