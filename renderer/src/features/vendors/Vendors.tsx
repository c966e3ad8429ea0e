import { useState, type ReactNode } from 'react';
import { buildingOf } from '#core/vendors/panel-addresses';
import { useCommandHandlers } from '../../parts/commands';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { PanelDialog } from './PanelDialog';
import { RingoverDialog } from './RingoverDialog';
import type { RingoverMode } from './ringover-mode';
import { panelView } from './panel-view';

type Asked =
  | { readonly what: 'ringover'; readonly mode: RingoverMode; readonly groupId: string }
  | { readonly what: 'panel'; readonly buildingId: string };

/** The vendors' systems, by command: an office beside its account there, a building beside its panels. */
export function Vendors(): ReactNode {
  const { groupId } = useChosenGroup();
  const { model } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ringover = (mode: RingoverMode) => ({ run: () => setAsked({ what: 'ringover', mode, groupId }) });
  const building = (): string | null =>
    model.row('groups', groupId) === undefined ? null : buildingOf(panelView(model), groupId);
  useCommandHandlers({
    'vendors.ringoverCompare': ringover('compare'),
    'vendors.ringoverPull': ringover('pull'),
    'vendors.ringoverPush': ringover('push'),
    'vendors.panels': {
      run: () => {
        const buildingId = building();
        if (buildingId !== null) setAsked({ what: 'panel', buildingId });
      },
      isEnabled: () => building() !== null,
    },
  });
  const close = (): void => setAsked(null);
  if (asked === null) return null;
  return asked.what === 'ringover' ? (
    <RingoverDialog mode={asked.mode} groupId={asked.groupId} onClose={close} />
  ) : (
    <PanelDialog buildingId={asked.buildingId} onClose={close} />
  );
}
