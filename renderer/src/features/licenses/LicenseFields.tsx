import type { ReactNode } from 'react';
import { resourceNames } from '#core/model/vocabulary';
import type { Resources } from '#core/model/rows';
import type { Day } from '#core/kernel/day';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { DayField } from '../../ui/DayField';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';

/** Amounts of resources, for the type whose blocks say them themselves. */
export function ResourceFields({
  value,
  onChange,
}: {
  readonly value: Resources;
  readonly onChange: (value: Resources) => void;
}): ReactNode {
  const names = useNames();
  return (
    <FormColumns of="fields">
      {resourceNames.map((resource) => (
        <NumberField
          key={resource}
          label={names.resource(resource)}
          least={0}
          value={value[resource] ?? 0}
          onChange={(amount) => onChange({ ...value, [resource]: amount ?? 0 })}
        />
      ))}
    </FormColumns>
  );
}

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
