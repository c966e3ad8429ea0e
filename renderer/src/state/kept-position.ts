import type { PositionKeeper } from '../data/position-database';
import type { Unsubscribe } from '#core/ledger/store';
import { firstPosition, placeOf, type PositionInWindow, type ViewStore } from './view-store';

/** Long enough to write once for a drag of a pane, short enough to lose nothing that a person would miss. */
const quietMs = 200;

/** The kept place of an account. Parts that are missing, or of another type than today's, are as at the first start. */
export async function readPosition(keeper: PositionKeeper, ledger: string): Promise<PositionInWindow> {
  const kept = await keeper.read(ledger).catch(() => null);
  if (typeof kept !== 'object' || kept === null) return firstPosition;
  const fits = Object.entries(firstPosition).map(([key, first]: [string, unknown]) => {
    const value = (kept as { readonly [key: string]: unknown })[key];
    return [key, hasShapeOf(first, value) ? value : first];
  });
  return Object.fromEntries(fits) as unknown as PositionInWindow;
}

function hasShapeOf(first: unknown, value: unknown): boolean {
  if (Array.isArray(first)) return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  if (typeof first !== 'object' || first === null) return typeof value === typeof first;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(first).every(([key, part]: [string, unknown]) =>
    hasShapeOf(part, (value as { readonly [key: string]: unknown })[key]),
  );
}

/** Writes the place a moment after each change. The returned function stops and writes what is left. */
export function keepPlace(view: ViewStore, keeper: PositionKeeper, ledger: string): Unsubscribe {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // A place that cannot be kept is no reason to disturb anybody.
    void keeper.write(ledger, placeOf(view.getState())).catch(() => undefined);
  };
  const stop = view.subscribe((state, former) => {
    const kept = placeOf(state);
    const before = placeOf(former);
    if ((Object.keys(kept) as (keyof PositionInWindow)[]).every((key) => kept[key] === before[key])) return;
    timer ??= setTimeout(write, quietMs);
  });
  return () => {
    stop();
    if (timer !== null) write();
  };
}
