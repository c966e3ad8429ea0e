import { useDeferredValue, type ReactNode } from 'react';
import { DeviceProperties } from '../features/devices';
import { BlockProperties } from '../features/licenses';
import { NumberProperties } from '../features/numbers';
import { GroupProperties } from '../features/overview';
import { UserProperties } from '../features/people';
import { useChosenGroup, useSelection } from '../state/view-hooks';
import type { PlaceInWindow } from '../state/view-store';

type Kind = PlaceInWindow['selection']['kind'];

const propertyViews: { readonly [K in Kind]: (properties: { readonly ids: readonly string[] }) => ReactNode } = {
  group: GroupProperties,
  user: UserProperties,
  block: BlockProperties,
  number: NumberProperties,
  device: DeviceProperties,
};

/** The right pane: the properties of what is selected, one or many. */
export function PropertiesPane(): ReactNode {
  const { groupId } = useChosenGroup();
  const { selection } = useSelection();
  const shown = useDeferredValue(selection.ids.length > 0 ? selection : { kind: 'group' as const, ids: [groupId] });
  const View = propertyViews[shown.kind];
  return (
    <div className="properties-pane">
      <View ids={shown.ids} />
    </div>
  );
}
