import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Keys that walk through a tree or a table; a letter walks as well, to the next name that begins with it. */
const walkingKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

function isWalking(event: Event): boolean {
  if (!(event.target instanceof Element)) return false;
  if (!(event instanceof KeyboardEvent)) return event.target.closest('[role="tree"]') !== null;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const isStep = walkingKeys.has(event.key) || (event.key.length === 1 && event.key !== ' ');
  return isStep && event.target.closest('[role="treeitem"], [role="row"]') === event.target;
}

/**
 * Shows in a pane something that is chosen elsewhere. While somebody walks through a tree or a table it follows as fast as it can
 * be drawn, so that walking stays fluent. Before anything else is done it has caught up: a button is always that of what is chosen,
 * never of what was chosen before it.
 */
export function useFollowed<T>(chosen: T): T {
  const [shown, show] = useState(chosen);
  const isBehind = shown !== chosen;
  useEffect(() => {
    if (!isBehind) return undefined;
    startTransition(() => show(() => chosen));
    const catchUp = (event: Event): void => {
      if (!isWalking(event)) flushSync(() => show(() => chosen));
    };
    window.addEventListener('pointerdown', catchUp, true);
    window.addEventListener('keydown', catchUp, true);
    return () => {
      window.removeEventListener('pointerdown', catchUp, true);
      window.removeEventListener('keydown', catchUp, true);
    };
  }, [isBehind, chosen]);
  return shown;
}
