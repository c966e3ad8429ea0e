import type { ReactNode } from 'react';
import type { Resources } from '#core/model/rows';
import { resourceNames } from '#core/model/vocabulary';
import { useNames } from '../../text/use-names';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';

/** Amounts of resources; those that are zero are left out, as everywhere. */
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
          onChange={(amount) => {
            const { [resource]: _before, ...others } = value;
            onChange(amount === null || amount === 0 ? others : { ...others, [resource]: amount });
          }}
        />
      ))}
    </FormColumns>
  );
}
