import { useEffect, useMemo, type ReactNode } from 'react';
import { DeviceProperties } from '../features/devices';
import { BlockProperties } from '../features/licenses';
import { NumberProperties } from '../features/numbers';
import { GroupProperties } from '../features/overview';
import { UserProperties } from '../features/people';
import { ReadOnlyProperties, useReadOnly } from '../features/roles';
import { MenuProperties } from '../features/voice-menus';
import { useWentByMyself } from '../parts/gone';
import { useChosenGroup, useSelection } from '../state/view-hooks';
import type { PositionInWindow } from '../state/view-store';
import { PropertiesHead } from './PropertiesHead';
import { useFollowed } from './use-followed';

type Kind = PositionInWindow['selection']['kind'];

const propertyViews: { readonly [K in Kind]: (properties: { readonly ids: readonly string[] }) => ReactNode } = {
  group: GroupProperties,
  user: UserProperties,
  block: BlockProperties,
  number: NumberProperties,
  device: DeviceProperties,
  menu: MenuProperties,
};

/** The right pane: the properties of what is selected, one or many. */
export function PropertiesPane(): ReactNode {
  const { groupId } = useChosenGroup();
  const { selection, select } = useSelection();
  const chosen = useMemo(
    () => (selection.ids.length > 0 ? selection : { kind: 'group' as const, ids: [groupId] }),
    [selection, groupId],
  );
  const shown = useFollowed(chosen);
  const View = propertyViews[shown.kind];
  const readOnly = useReadOnly(shown.kind, shown.ids);
  // What somebody removed or took back themselves is no news to them: they see what is there instead.
  const wentByMyself = useWentByMyself(selection.ids.length === 1 ? selection.ids[0] : undefined);
  useEffect(() => {
    if (wentByMyself) select('group', [groupId]);
  }, [wentByMyself, select, groupId]);
  if (wentByMyself) return <div className="properties-pane" />;
  return (
    <div className="properties-pane" aria-busy={shown !== chosen}>
      <PropertiesHead kind={shown.kind} ids={shown.ids} />
      {readOnly === null ? (
        <View ids={shown.ids} />
      ) : (
        <ReadOnlyProperties kind={shown.kind} ids={shown.ids} standing={readOnly} />
      )}
    </div>
  );
}
