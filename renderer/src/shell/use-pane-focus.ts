import { useEffect, useState } from 'react';
import { useCommandHandlers } from '../features/commands';
import { emptyPaneMemory, goBack, goToPane, rememberFocus } from './pane-focus';

/** Escape belongs to what is open or being typed; only what is left over leads back. */
function isTakenUp(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.defaultPrevented ||
    document.querySelector('.dialog-scrim, .menu-popover, .list-popover, .popover') !== null ||
    (target instanceof HTMLInputElement && target.value !== '' && !['checkbox', 'radio'].includes(target.type)) ||
    (target instanceof HTMLElement && target.matches('textarea, select, [role=spinbutton]'))
  );
}

/** F6 and Shift+F6 go from pane to pane, Escape back to the one before. */
export function usePaneFocus(): void {
  const [memory] = useState(emptyPaneMemory);
  useCommandHandlers({
    'look.nextPane': { run: () => goToPane(1, memory) },
    'look.previousPane': { run: () => goToPane(-1, memory) },
  });
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => rememberFocus(event.target, memory);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isTakenUp(event) && goBack(memory)) event.preventDefault();
    };
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey);
    };
  }, [memory]);
}
