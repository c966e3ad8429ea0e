import { useCallback, useMemo, useRef, useState, type DragEvent } from 'react';
import type { ActCall, Preview } from '../../data/session';
import { useSession } from '../../state/session-context';
import type { DropPosition } from './TreeLine';
import { topmostOf } from './tree-rows';

/** Place to which the dragged groups would go, and what that would mean. */
export interface DropTarget {
  readonly id: string;
  readonly place: DropPosition;
  readonly parentId: string;
  readonly preview: Preview;
}

export interface TreeDrag {
  readonly dragged: readonly string[];
  readonly target: DropTarget | null;
  /** The pointer, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** Moves groups; one act, whether one or many. */
export function moveCall(
  ids: readonly string[],
  parentId: string,
  before?: string,
  licenses?: 'release' | 'redraw',
): ActCall {
  const calls = ids.map((groupId) => ({
    do: 'group.move' as const,
    args: {
      groupId,
      parentId,
      ...(before === undefined ? {} : { before }),
      ...(licenses === undefined ? {} : { licenses }),
    },
  }));
  const [only] = calls;
  return only !== undefined && calls.length === 1 ? only : { do: 'batch', args: { do: calls } };
}

/** The share of a line at its edges where a drop reorders instead of moving into it. */
const edge = 0.28;
/** A closed group opens when the pointer rests on it for so many milliseconds. */
const openAfter = 800;

function placeAt(event: DragEvent, element: HTMLElement, isRoot: boolean): DropPosition {
  if (isRoot) return 'into';
  const box = element.getBoundingClientRect();
  const share = (event.clientY - box.top) / Math.max(1, box.height);
  if (share < edge) return 'before';
  return share > 1 - edge && element.getAttribute('aria-expanded') !== 'true' ? 'after' : 'into';
}

/** Dragging groups in the tree. The preview asks the rules at each new target, so what is shown is what would happen. */
export function useTreeDrag(
  selected: ReadonlySet<string>,
  onMove: (ids: readonly string[], parentId: string, before: string | undefined, preview: Preview) => void,
  onOpen: (id: string) => void,
): TreeDrag {
  const session = useSession();
  const { model } = session;
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<(DropTarget & { readonly before: string | undefined }) | null>(null);
  const [at, setAt] = useState<TreeDrag['at']>(null);
  const rest = useRef<{ readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null);

  const stop = useCallback(() => {
    if (rest.current !== null) clearTimeout(rest.current.timer);
    rest.current = null;
    setDragged([]);
    setTarget(null);
    setAt(null);
  }, []);

  const onDragStart = useCallback(
    (event: DragEvent) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset['node'];
      if (id === undefined) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', model.row('groups', id)?.name ?? '');
      setDragged(topmostOf(model, selected.has(id) ? [...selected] : [id]));
    },
    [model, selected],
  );

  const onDragOver = useCallback(
    (event: DragEvent) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null;
      const id = element?.dataset['node'];
      if (dragged.length === 0 || element === null || id === undefined) return;
      event.preventDefault();
      setAt({ x: event.clientX, y: event.clientY });
      const group = model.row('groups', id);
      if (group === undefined) return;
      const place = placeAt(event, element, group.parentId === null);
      if (rest.current?.id !== id) {
        if (rest.current !== null) clearTimeout(rest.current.timer);
        rest.current = {
          id,
          timer: setTimeout(() => {
            if (element.getAttribute('aria-expanded') === 'false') onOpen(id);
          }, openAfter),
        };
      }
      if (target?.id === id && target.place === place) return;
      const parentId = place === 'into' ? id : (group.parentId ?? id);
      const siblings = model.children(parentId);
      const before = place === 'into' ? undefined : place === 'before' ? id : siblings[siblings.indexOf(id) + 1];
      setTarget({ id, place, parentId, before, preview: session.preview(moveCall(dragged, parentId, before)) });
    },
    [dragged, target, model, session, onOpen],
  );

  const onDrop = useCallback(
    (event: DragEvent) => {
      event.preventDefault();
      if (target !== null && dragged.length > 0) onMove(dragged, target.parentId, target.before, target.preview);
      stop();
    },
    [target, dragged, onMove, stop],
  );

  const onDragLeave = useCallback((event: DragEvent) => {
    // Going from line to line leaves each of them; only the way out of the tree counts.
    const box = event.currentTarget.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left && event.clientX < box.right && event.clientY >= box.top && event.clientY < box.bottom;
    if (isInside) return;
    setTarget(null);
    setAt(null);
  }, []);

  return useMemo(
    () => ({ dragged, target, at, onDragStart, onDragOver, onDragLeave, onDrop, onDragEnd: stop }),
    [dragged, target, at, onDragStart, onDragOver, onDragLeave, onDrop, stop],
  );
}
