import type { ReactNode } from 'react';
import type { PoolAnswer } from '#core/queries/pool';
import type { LicenseTypeId, Resource } from '#core/model/vocabulary';
import { useNames } from '../../text/use-names';
import { UsageBar } from '../../ui/UsageBar';

type TypeFigures = NonNullable<PoolAnswer['types'][LicenseTypeId]>;
type ResourceFigures = NonNullable<PoolAnswer['resources'][Resource]>;

/** More units are claimed than there are, or fewer take effect. */
export function areUnitsShort(figures: TypeFigures): boolean {
  return figures.available < 0 || figures.effective < figures.nominal;
}

/** How much of a pool's units of a type is held by people or handed out. */
export function UnitsUse({
  typeId,
  figures,
}: {
  readonly typeId: LicenseTypeId;
  readonly figures: TypeFigures;
}): ReactNode {
  const names = useNames();
  return (
    <UsageBar
      label={names.type(typeId)}
      total={figures.nominal}
      isOver={areUnitsShort(figures)}
      parts={[
        { id: 'assigned', amount: figures.assigned },
        { id: 'allocatedOut', amount: figures.allocatedOut },
      ]}
    />
  );
}

/** How much of a pool's capacity is reserved; nothing where it has no bounds. */
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
