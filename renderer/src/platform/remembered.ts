import { Listeners } from '#core/kernel/listeners';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * Small things the window remembers on this computer: widths, what is hidden, the theme.
 * Losing them costs nothing, so they live in local storage and never in the account.
 */
const prefix = 'trellis.';
const listeners = new Listeners();
const parsed = new Map<string, { readonly text: string; readonly value: unknown }>();

export function readRemembered<T>(key: string, initial: T): T {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return initial;
  const known = parsed.get(key);
  if (known?.text === text) return known.value as T;
  try {
    const value: unknown = JSON.parse(text);
    // A value of another shape was written by another version; the initial one is as good.
    if (typeof value !== typeof initial || Array.isArray(value) !== Array.isArray(initial)) return initial;
    parsed.set(key, { text, value });
    return value as T;
  } catch {
    return initial;
  }
}

export function writeRemembered<T>(key: string, value: T): void {
  localStorage.setItem(prefix + key, JSON.stringify(value));
  listeners.tell();
}

/** Like useState, but it is still there after a restart. `initial` must be a stable value. */
export function useRemembered<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const value = useSyncExternalStore(listeners.add, () => readRemembered(key, initial));
  const write = useCallback((next: T) => writeRemembered(key, next), [key]);
  return [value, write];
}
