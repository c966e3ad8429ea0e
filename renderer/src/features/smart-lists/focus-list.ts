/** Puts the keyboard on the first row of a list, or on the way back where it is empty; not away from what is open over it. */
export function focusList(pane: HTMLElement | null): void {
  // A dialog from which the list was opened is still closing, and would take the focus back to where it was.
  requestAnimationFrame(() => {
    if (pane === null || !pane.isConnected) return;
    const target =
      pane.querySelector<HTMLElement>('[data-row][tabindex="0"]') ?? pane.querySelector<HTMLElement>('button');
    target?.focus();
  });
}
