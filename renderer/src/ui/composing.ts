/** Key code of a key that an input method takes for itself; some send it after the composition has ended. */
const takenByInputMethod = 229;

/** Tells whether a key belongs to a candidate of an input method, as in Japanese or Chinese, and not to the window. */
function isOfCandidate(event: KeyboardEvent): boolean {
  // The code is the only sign where the composition ends before its last key is told.
  return event.isComposing || event.keyCode === takenByInputMethod;
}

/**
 * Keeps the keys of a candidate from everything that listens in the window: Enter takes the candidate and Escape drops it, arrows
 * go through them. None of these ends a dialog, chooses in a list or runs a command. To be called before anything else listens.
 */
export function leaveKeysToInputMethod(target: Window = window): () => void {
  const keep = (event: KeyboardEvent): void => {
    if (isOfCandidate(event)) event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', keep, { capture: true });
  return () => target.removeEventListener('keydown', keep, { capture: true });
}
