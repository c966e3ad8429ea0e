import { useEffect, useState } from 'react';
import { useCommandHandlers } from '../parts/commands';
import { emptyPaneMemory, goBack, goToPane, isFocusLost, rememberFocus, returnFocus } from './pane-focus';

/** Milliseconds after which the keyboard is nowhere for good: dialogs and menus give it back themselves within a few frames. */
const settleMs = 80;

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

/**
 * F6 and Shift+F6 go from pane to pane, Escape back to the one before. Where what had the keyboard is gone (a dialog that closed,
 * a row that was deleted, a tab that changed), the dialog on top gets it, else the pane that had it last.
 */
export function usePaneFocus(): void {
  const [memory] = useState(emptyPaneMemory);
  useCommandHandlers({
    'look.nextPane': { run: () => goToPane(1, memory) },
    'look.previousPane': { run: () => goToPane(-1, memory) },
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const onFocus = (event: FocusEvent): void => rememberFocus(event.target, memory);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isTakenUp(event) && goBack(memory)) event.preventDefault();
    };
    const checkSoon = (): void => {
      if (timer !== null || !isFocusLost(memory)) return;
      timer = setTimeout(() => {
        timer = null;
        if (isFocusLost(memory)) returnFocus(memory);
      }, settleMs);
    };
    // An element that is taken out of the page loses the keyboard without an event.
    const changes = new MutationObserver(checkSoon);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey);
    checkSoon();
    return () => {
      if (timer !== null) clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey);
    };
  }, [memory]);
}
