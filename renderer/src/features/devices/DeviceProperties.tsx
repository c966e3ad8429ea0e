import { FolderInput, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { GroupLink } from '../../parts/groups';
import { OwnFieldsSection } from '../../parts/own-fields';
import { Gone } from '../../parts/gone';
import { useDeviceActs } from './use-device-acts';

/** The properties of one device or many, and what can be done with them. */
export function DeviceProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const acts = useDeviceActs();
  const devices = ids.flatMap((id) => rows.row('devices', id) ?? []);
  const [first] = devices;
  if (first === undefined) return <Gone ids={ids} />;
  const present = devices.map((device) => device.id);
  return (
    <>
      <PropertySection title={text('devices.selected', { count: devices.length })}>
        {devices.length > 1 ? null : (
          <PropertyList
            properties={[
              { id: 'serial', name: text('devices.serial'), value: first.serial },
              { id: 'model', name: text('devices.model'), value: first.model || text('ui.empty') },
              { id: 'place', name: text('devices.place'), value: <GroupLink groupId={first.groupId} /> },
              { id: 'pool', name: text('devices.pool'), value: <GroupLink groupId={rows.poolOf(first.groupId)} /> },
            ]}
          />
        )}
        <div className="property-actions">
          <Button icon={FolderInput} onPress={() => acts.move(present)}>
            {text('devices.move')}
          </Button>
          <Button icon={Trash2} onPress={() => acts.remove(present)}>
            {text('devices.remove')}
          </Button>
        </div>
        {acts.dialogs}
      </PropertySection>
      <OwnFieldsSection on="device" things={devices} />
    </>
  );
}
