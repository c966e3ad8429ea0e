import { useCallback, useEffect, useState } from 'react';
import { ask } from '../platform/bridge';

/** Tells whether closing the window leaves Trellis in the tray; `null` until main has said so. */
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
