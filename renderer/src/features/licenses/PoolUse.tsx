import type { ReactNode } from 'react';
import type { PoolAnswer } from '#core/queries/pool';
import type { UseOfUnits } from '#core/queries/use';
import type { LicenseTypeId, Resource } from '#core/model/vocabulary';
import { useNames } from '../../text/use-names';
import { UsageBar } from '../../ui/UsageBar';

type ResourceFigures = NonNullable<PoolAnswer['resources'][Resource]>;

/** Shows how much of a pool's units of a type is in use or given on. */
export function UnitsUse({ typeId, units }: { readonly typeId: LicenseTypeId; readonly units: UseOfUnits }): ReactNode {
  const names = useNames();
  return (
    <UsageBar
      label={names.type(typeId)}
      total={units.here}
      isOver={units.short > 0}
      parts={[
        { id: 'inUse', amount: units.inUse },
        { id: 'givenOn', amount: units.givenOn },
      ]}
    />
  );
}

/** Shows how much of a pool's capacity is reserved; nothing where it has no bounds. */
export function ResourceUse({
  resource,
  figures,
}: {
  readonly resource: Resource;
  readonly figures: ResourceFigures;
}): ReactNode {
  const names = useNames();
  const { capacity, reserved, available } = figures;
  if (capacity === 'unlimited') return null;
  return (
    <UsageBar
      label={names.resource(resource)}
      total={capacity}
      isOver={available !== 'unlimited' && available < 0}
      parts={[{ id: 'reserved', amount: reserved }]}
    />
  );
}
