import { generateKeyBetween } from 'fractional-indexing';
import type { View } from '../model/model';

/**
 * The order key of a group that is put under a parent: before a given child, else last.
 * Two siblings may share a key when one came back by undo; the key then goes behind both.
 */
export function orderUnder(view: View, parentId: string, beforeId?: string, movedId?: string): string {
  const siblings = view.children(parentId).filter((id) => id !== movedId);
  const found = beforeId === undefined ? -1 : siblings.indexOf(beforeId);
  if (found < 0) return orderBehind(view, siblings[siblings.length - 1]);
  let index = found;
  const next = view.group(siblings[index] as string).order;
  while (index > 0 && view.group(siblings[index - 1] as string).order === next) index -= 1;
  const previous = index === 0 ? null : view.group(siblings[index - 1] as string).order;
  return generateKeyBetween(previous, next);
}

/** The order key of a group put last under a parent, without looking at all of its siblings. */
export function orderLast(view: View, parentId: string): string {
  const siblings = view.children(parentId);
  return orderBehind(view, siblings[siblings.length - 1]);
}

function orderBehind(view: View, lastId: string | undefined): string {
  return generateKeyBetween(lastId === undefined ? null : view.group(lastId).order, null);
}
