import { FolderInput, ListPlus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { CommittedField } from '../../ui/CommittedField';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { GroupLink } from '../../parts/groups';
import { useTrying } from '../../parts/acting';
import { OwnFieldsSection, useOwnFields } from '../../parts/own-fields';
import { Gone } from '../../parts/gone';
import { deviceKind } from './device-kind';
import { DevicePicture } from './DevicePicture';
import { useDeviceActs } from './use-device-acts';
import { usualFields } from './usual-fields';

const corrected = ['serial', 'model'] as const;

/** Offers to note more of devices than there is at first, where that is still to be had and may be done. */
function UsualFields(): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const call = usualFields(useOwnFields('device'), text);
  const preview = usePreview(call);
  if (call === null || preview?.ok !== true) return null;
  return (
    <PropertySection title={text('devices.more')}>
      <p className="quiet">{text('devices.moreText')}</p>
      <div className="property-actions">
        <Button icon={ListPlus} onPress={() => void trying.tryTo('fields', call, { say: true })}>
          {text('devices.moreDo')}
        </Button>
      </div>
      {trying.refusedAt('fields')}
    </PropertySection>
  );
}

/** The properties of one device or many, and what can be done with them. */
export function DeviceProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const acts = useDeviceActs();
  const trying = useTrying();
  const ownFields = useOwnFields('device');
  const devices = ids.flatMap((id) => rows.row('devices', id) ?? []);
  const [first] = devices;
  if (first === undefined) return <Gone ids={ids} />;
  const present = devices.map((device) => device.id);
  return (
    <>
      <PropertySection title={text('devices.selected', { count: devices.length })}>
        {devices.length > 1 ? null : <DevicePicture kind={deviceKind(first, ownFields)} size="large" />}
        {devices.length > 1
          ? null
          : corrected.map((field) => (
              <div key={`${first.id} ${field}`} className="tried-field">
                <CommittedField
                  label={text(`devices.${field}`)}
                  value={first[field]}
                  onCommit={(typed) => {
                    if (typed.trim() !== first[field])
                      void trying.tryTo(field, {
                        do: 'device.update',
                        args: { deviceId: first.id, set: { [field]: typed }, was: { [field]: first[field] } },
                      });
                  }}
                />
                {trying.refusedAt(field)}
              </div>
            ))}
        {devices.length > 1 ? null : (
          <PropertyList
            properties={[
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
      <UsualFields />
    </>
  );
}
