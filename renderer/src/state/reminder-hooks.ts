import { useCallback, useEffect, useState } from 'react';
import type { CallAnswer } from '../../../shared/ipc/channels';
import { ask, hear } from '../platform/bridge';
import { useAccount, useSession } from './session-context';

/** Whether closing the window leaves Trellis in the tray; `null` until main has said so. */
export function useStayInTray(): { readonly stays: boolean | null; readonly stay: (stays: boolean) => void } {
  const [stays, setStays] = useState<boolean | null>(null);
  useEffect(() => {
    let isShown = true;
    void ask('reminders.settings', {}).then((answer) => {
      if (isShown && answer.ok) setStays(answer.value.staysInTray);
    });
    return () => {
      isShown = false;
    };
  }, []);
  const stay = useCallback((chosen: boolean) => {
    void ask('reminders.stayInTray', { stays: chosen }).then((answer) => {
      if (answer.ok) setStays(answer.value.staysInTray);
    });
  }, []);
  return { stays, stay };
}

/** Has main write what comes into a file for calendars, at a place that the person chooses. */
export function useCalendarExport(): () => Promise<CallAnswer<'reminders.exportCalendar'>> {
  const { ledger } = useSession();
  return useCallback(() => ask('reminders.exportCalendar', { ledger }), [ledger]);
}

/** Goes to the group that the person asked for outside of the window, such as by a notification. */
export function useGroupsAskedFor(): void {
  const { view, session } = useAccount();
  useEffect(
    () =>
      hear('window.showGroup', ({ ledger, groupId }) => {
        if (ledger !== session.ledger || session.model.row('groups', groupId) === undefined) return;
        view.setState({ groupId, selection: { kind: 'group', ids: [groupId] } });
      }),
    [view, session],
  );
}
