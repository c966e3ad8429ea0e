import { FolderInput, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { MenuGroup } from '../../ui/Menu';
import { EffectFirst } from '../../parts/acting';
import { keysOf } from '../../parts/commands';
import { TargetDialog } from '../../parts/moving';
import { lostUnits, moveDevices, removeDevices } from './device-calls';

/** Acts on devices that are there, one or many. */
export interface DeviceActs {
  readonly move: (ids: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly menu: (ids: readonly string[]) => readonly MenuGroup[];
  readonly dialogs: ReactNode;
}

function LostLines({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const names = useNames();
  const preview = usePreview(removeDevices(ids));
  if (preview?.ok !== true) return null;
  return (
    <ul className="effect-lines">
      {lostUnits(preview.changes, rows).map(({ poolId, typeId, count }) => (
        <li key={`${poolId} ${typeId}`}>
          {text('devices.unitsGo', { count, type: names.type(typeId), pool: names.group(poolId) })}
        </li>
      ))}
    </ul>
  );
}

export function useDeviceActs(): DeviceActs {
  const { text } = useText();
  const names = useNames();
  const [asked, setAsked] = useState<{ readonly kind: 'move' | 'remove'; readonly ids: readonly string[] } | null>(
    null,
  );
  const close = (): void => setAsked(null);
  const about = { count: asked?.ids.length ?? 0, name: names.thing(asked?.ids[0]) };
  const move = (ids: readonly string[]): void => setAsked({ kind: 'move', ids });
  const remove = (ids: readonly string[]): void => setAsked({ kind: 'remove', ids });
  return {
    move,
    remove,
    menu: (ids) => [
      {
        id: 'place',
        choices: [
          {
            id: 'move',
            name: text('devices.move'),
            icon: FolderInput,
            keys: keysOf('tree.moveTo'),
            run: () => move(ids),
          },
        ],
      },
      {
        id: 'remove',
        choices: [
          {
            id: 'remove',
            name: text('devices.remove'),
            icon: Trash2,
            keys: keysOf('tree.delete'),
            tone: 'danger',
            run: () => remove(ids),
          },
        ],
      },
    ],
    dialogs: (
      <>
        {asked?.kind === 'move' ? (
          <TargetDialog
            help="devices"
            title={text('devices.moveTitle', about)}
            callFor={(groupId) => moveDevices(asked.ids, groupId)}
            onClose={close}
            onMoved={close}
          />
        ) : null}
        {asked?.kind === 'remove' ? (
          <EffectFirst
            help="devices"
            title={text('devices.removeTitle', about)}
            call={removeDevices(asked.ids)}
            actName={text('devices.removeDo')}
            onClose={close}
          >
            <LostLines ids={asked.ids} />
          </EffectFirst>
        ) : null}
      </>
    ),
  };
}
