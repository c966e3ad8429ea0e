import { MonitorSmartphone, Plus } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { DeviceAnswer } from '#core/queries/devices';
import type { SheetField } from '#core/sheets/sheet';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useIncludeSubgroups } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import type { TableColumn } from '../../ui/table-column';
import { TableTab, useDrafting } from '../../parts/tables';
import { useCommandHandlers } from '../../parts/commands';
import { GroupPathCell, pathOrder } from '../../parts/groups';
import { ownColumns, ownWords, useOwnFields } from '../../parts/own-fields';
import { deviceKind } from './device-kind';
import { DevicePicture } from './DevicePicture';
import { RegisterLine } from './RegisterLine';
import { useDeviceActs } from './use-device-acts';

const none: readonly DeviceAnswer[] = [];
const idOf = (device: DeviceAnswer): string => device.id;
const serialOf = (device: DeviceAnswer): string => device.serial;

/** The devices of a group. */
export function DevicesTab({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  const { included } = useIncludeSubgroups();
  const devices = useAnswer('devices', { groupId, subgroups: included });
  const { isDrafting: isRegistering, time, begin: register, end } = useDrafting();
  const acts = useDeviceActs();
  const ownFields = useOwnFields('device');
  useCommandHandlers({ 'devices.register': { run: register } });
  const columns = useMemo((): readonly TableColumn<DeviceAnswer>[] => {
    function givenBy(device: DeviceAnswer): string {
      const block = rows.row('blocks', device.blockId);
      return block === undefined
        ? text('ui.empty')
        : text('devices.givesUnit', { count: block.quantity, type: names.type(block.typeId) });
    }
    return [
      {
        id: 'serial',
        name: text('devices.serial'),
        width: 10.5,
        grows: true,
        sortBy: serialOf,
        textOf: serialOf,
        cell: (device) => (
          <>
            <DevicePicture kind={deviceKind(device, ownFields)} size="small" />
            <span className="selectable figure">{device.serial}</span>
          </>
        ),
      },
      {
        id: 'id',
        name: text('table.id'),
        width: 8,
        isOptional: true,
        sortBy: idOf,
        textOf: idOf,
        cell: (device) => <span className="selectable figure">{device.id}</span>,
      },
      {
        id: 'model',
        name: text('devices.model'),
        width: 8,
        sortBy: (device) => device.model,
        textOf: (device) => device.model,
        cell: (device) => device.model,
      },
      {
        id: 'group',
        name: text('devices.group'),
        width: 12,
        grows: true,
        sortBy: (device) => pathOrder(rows, device.groupId, groupId),
        textOf: (device) => pathOrder(rows, device.groupId, groupId),
        cell: (device) => <GroupPathCell groupId={device.groupId} withinId={groupId} />,
      },
      { id: 'gives', name: text('devices.gives'), width: 8, textOf: givenBy, cell: givenBy },
      ...ownColumns<DeviceAnswer>(ownFields, (device) => device.fields, writer),
    ];
  }, [text, writer, names, rows, groupId, ownFields]);
  const byId = useMemo(
    () => new Map(isRefused(devices) ? [] : devices.map((device) => [device.id, device])),
    [devices],
  );
  function written(thing: string, field: SheetField): string {
    const row = rows.row('devices', thing);
    const device = byId.get(thing) ?? (row === undefined ? undefined : row);
    return device === undefined ? '' : (columns.find((column) => column.id === field)?.textOf?.(device) ?? '');
  }
  const wordsOf = useCallback(
    (device: DeviceAnswer) =>
      `${device.serial} ${device.model} ${pathOrder(rows, device.groupId, groupId)} ${ownWords(device, ownFields, writer)}`,
    [rows, groupId, ownFields, writer],
  );
  if (isRefused(devices))
    return (
      <div className="tab-notice">
        <Refusals refusals={devices.refusals} />
      </div>
    );

  return (
    <>
      <TableTab
        label={text('devices.title')}
        name="devices"
        groupId={groupId}
        kind="device"
        rows={devices ?? none}
        columns={columns}
        rowId={idOf}
        rowName={serialOf}
        wordsOf={wordsOf}
        hasSubgroups
        sheet={{ kind: 'devices', written }}
        making={
          <Button icon={Plus} onPress={register}>
            {text('devices.register')}
          </Button>
        }
        draft={isRegistering ? <RegisterLine key={groupId} groupId={groupId} time={time} onClose={end} /> : null}
        actions={acts.menu}
        onKey={(event, ids) => {
          if (event.key === 'Delete') acts.remove(ids);
          else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'm') acts.move(ids);
          else return false;
          return true;
        }}
        empty={
          <EmptyState
            icon={MonitorSmartphone}
            title={text('devices.empty')}
            example={{
              columns: [text('devices.serial'), text('devices.model'), text('devices.group')],
              rows: text('example.devices'),
            }}
            actions={
              isRegistering ? undefined : (
                <Button tone="primary" icon={Plus} onPress={register}>
                  {text('devices.register')}
                </Button>
              )
            }
          >
            {text('devices.emptyText', { group: names.group(groupId) })}
          </EmptyState>
        }
      />
      {acts.dialogs}
    </>
  );
}
