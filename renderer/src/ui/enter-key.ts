import type { KeyboardEvent } from 'react';

/** A list that is open takes Enter for itself, and so does a field of several lines. */
function meansDone(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    !event.nativeEvent.isComposing &&
    event.target instanceof HTMLInputElement &&
    event.target.getAttribute('role') !== 'combobox'
  );
}

/** Enter in a field does what the main button does, as forms have it. For `onKeyDownCapture`: number fields keep their keys to themselves. */
export function onEnter(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    // A number counts once its field has taken it, which it does on this very key.
    if (meansDone(event)) setTimeout(run, 0);
  };
}
