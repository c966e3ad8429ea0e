import type { ReactNode } from 'react';
import { useStayInTray } from '../../state/reminder-hooks';
import { useText } from '../../text/text';
import { Switch } from '../../ui/Switch';

/** Switch for whether this computer reminds while the window is closed. */
export function StaySwitch(): ReactNode {
  const { text } = useText();
  const { stays, stay } = useStayInTray();
  return (
    <Switch label={text('reminders.stay')} isSelected={stays === true} isDisabled={stays === null} onChange={stay} />
  );
}
