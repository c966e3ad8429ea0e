import { useCallback, useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useLinesInView } from '../../ui/use-lines-in-view';
import { useSteady } from '../../ui/use-steady';
import { selectModeOf, type SelectMode } from '../../ui/row-selection';
import { DraftLine, type Draft, type DraftLineProps } from './DraftLine';
import { TreeLine, type DropPosition } from './TreeLine';
import { typeAheadTarget, type TreeRow } from './tree-rows';
import type { TreeDrag } from './use-tree-drag';
import './tree.css';

/** What has been typed is forgotten after this many milliseconds without a key. */
const typeAheadPause = 700;
const lineHeightRem = 1.857;

export interface TreeProps {
  readonly lines: readonly TreeRow[];
  readonly selected: ReadonlySet<string>;
  /** The line with the focus, or that would have it. */
  readonly focusId: string;
  readonly cut: ReadonlySet<string>;
  readonly pending: ReadonlySet<string>;
  /** While a filter is on: the lines that fit it. The others are there to show the way. */
  readonly fits: ReadonlySet<string> | null;
  readonly renamedId: string | null;
  readonly draft: Draft | null;
  readonly drag: TreeDrag;
  /** Grows when the focus shall come to the tree. */
  readonly focusRequest: number;
  readonly onFocusLine: (id: string) => void;
  readonly onSelect: (id: string, mode: SelectMode) => void;
  readonly onToggle: (id: string) => void;
  readonly onRename: (id: string, name: string | null) => void;
  readonly onDraft: DraftLineProps['onDone'];
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

function lineOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-node]')?.dataset['node'] ?? null) : null;
}

/** The tree by the W3C pattern: one tab stop, arrows, Home, End, type-ahead, Space and Shift select. Only lines in view exist. */
export function Tree(properties: TreeProps): ReactNode {
  const {
    lines,
    selected,
    focusId,
    cut,
    pending,
    fits,
    renamedId,
    draft,
    drag,
    focusRequest,
    onFocusLine,
    onSelect,
    onToggle,
    onRename,
    onDraft,
    onMenu,
  } = properties;
  const { model } = useSession();
  const { text } = useText();
  const typed = useRef({ letters: '', at: 0 });
  const wantsFocus = useRef(false);
  const focusIndex = lines.findIndex((line) => line.id === focusId);
  const draftIndex = draft === null ? -1 : lastLineBelow(lines, draft.parentId) + 1;
  const keyAt = useCallback((index: number) => lines[index]?.id ?? index, [lines]);
  const {
    scroller,
    lines: inView,
    totalHeight,
    lineHeight,
    scrollTo,
  } = useLinesInView({ count: lines.length, keyAt, heightRem: lineHeightRem, activeIndex: focusIndex, margin: 15 });

  const elementOf = (id: string): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`) ?? null;

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    elementOf(focusId)?.focus({ preventScroll: true });
  });

  const isFocusShown = focusIndex !== -1;
  const answeredRequest = useRef(focusRequest);
  const followFocus = useSteady(() => {
    if (isFocusShown) scrollTo(focusIndex);
    if (answeredRequest.current === focusRequest) return;
    answeredRequest.current = focusRequest;
    elementOf(focusId)?.focus({ preventScroll: true });
  });
  // When the line changes, not whenever the person scrolls away from it.
  useLayoutEffect(() => followFocus(), [followFocus, focusId, focusRequest, isFocusShown]);

  function goTo(index: number, event: KeyboardEvent): void {
    const line = lines[Math.min(lines.length - 1, Math.max(0, index))];
    if (line === undefined) return;
    // At the end of the tree it stays where it is; then nothing is drawn, after which it would be focused.
    if (line.id === focusId) elementOf(line.id)?.focus({ preventScroll: true });
    else wantsFocus.current = true;
    onFocusLine(line.id);
    if (event.shiftKey) onSelect(line.id, 'range');
    else if (!event.ctrlKey && !event.metaKey) onSelect(line.id, 'only');
  }

  function goSideways(line: TreeRow, index: number, event: KeyboardEvent): void {
    if (event.key === 'ArrowRight') {
      if (line.hasChildren && !line.isExpanded) onToggle(line.id);
      else if (line.hasChildren) goTo(index + 1, event);
    } else if (line.isExpanded) onToggle(line.id);
    else
      goTo(
        lines.findIndex((other) => other.id === line.parentId),
        event,
      );
  }

  function typeAhead(letter: string, event: KeyboardEvent): void {
    const letters = event.timeStamp - typed.current.at > typeAheadPause ? letter : typed.current.letters + letter;
    typed.current = { letters, at: event.timeStamp };
    const target = typeAheadTarget(lines, focusIndex, letters, (id) => model.row('groups', id)?.name ?? '');
    if (target !== null) goTo(target, event);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const index = focusIndex;
    const line = lines[index];
    if (line === undefined || event.altKey || lineOf(event.target) === null) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1);
    const isMany = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown') goTo(index + 1, event);
    else if (event.key === 'ArrowUp') goTo(index - 1, event);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') goSideways(line, index, event);
    else if (event.key === 'Home') goTo(0, event);
    else if (event.key === 'End') goTo(lines.length - 1, event);
    else if (event.key === 'PageDown') goTo(index + page, event);
    else if (event.key === 'PageUp') goTo(index - page, event);
    else if (event.key === ' ' && typed.current.letters !== '' && event.timeStamp - typed.current.at < typeAheadPause)
      typeAhead(' ', event);
    else if (event.key === ' ') onSelect(line.id, event.shiftKey ? 'range' : 'toggle');
    else if (event.key === 'Enter') onToggle(line.id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = elementOf(line.id)?.getBoundingClientRect();
      onMenu({ x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 });
    } else if (!isMany && event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)) typeAhead(event.key, event);
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const id = lineOf(event.target);
    if (id === null || (event.target as Element).closest('[data-twisty]') !== null) return;
    onFocusLine(id);
    onSelect(id, selectModeOf(event));
  }

  function onContextMenu(event: MouseEvent): void {
    const id = lineOf(event.target);
    if (id === null) return;
    event.preventDefault();
    onFocusLine(id);
    if (!selected.has(id)) onSelect(id, 'only');
    onMenu({ x: event.clientX, y: event.clientY });
  }

  const below = (index: number): number => (draftIndex !== -1 && index >= draftIndex ? lineHeight : 0);
  const toggle = useSteady(onToggle);
  const rename = useSteady(onRename);
  return (
    <div
      className="tree-scroller"
      ref={scroller}
      data-command-scope="tree"
      onDragOver={drag.onDragOver}
      onDragLeave={drag.onDragLeave}
      onDrop={drag.onDrop}
      onDragEnd={drag.onDragEnd}
    >
      <div className="tree-canvas" style={{ height: totalHeight + (draft === null ? 0 : lineHeight) }}>
        <div
          role="tree"
          aria-label={text('tree.label')}
          aria-multiselectable
          className="tree"
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={(event) => {
            const id = lineOf(event.target);
            if (id !== null && (event.target as Element).closest('[data-twisty]') === null) onToggle(id);
          }}
          onContextMenu={onContextMenu}
          onDragStart={drag.onDragStart}
        >
          {inView.map((place) => {
            const line = lines[place.index];
            if (line === undefined) return null;
            const { id, level, position, siblings, hasChildren, isExpanded } = line;
            const isRenamed = renamedId === id;
            const isTabStop = isFocusShown ? id === focusId : place.index === 0;
            return (
              <div
                key={id}
                role="treeitem"
                data-node={id}
                tabIndex={isTabStop ? 0 : -1}
                draggable={!isRenamed && line.parentId !== null}
                aria-level={level}
                aria-posinset={position}
                aria-setsize={siblings}
                aria-selected={selected.has(id)}
                {...(hasChildren ? { 'aria-expanded': isExpanded } : {})}
                className={lineClass({
                  isCut: cut.has(id),
                  isFaint: fits !== null && !fits.has(id),
                  dropPosition: dropPositionOn(drag, id),
                })}
                style={{
                  transform: `translateY(${place.start + below(place.index)}px)`,
                  paddingLeft: `${0.3 + (level - 1) * 1.143}rem`,
                }}
              >
                <TreeLine
                  id={id}
                  hasChildren={hasChildren}
                  isExpanded={isExpanded}
                  isPending={pending.has(id)}
                  isRenamed={isRenamed}
                  onToggle={toggle}
                  onRename={rename}
                />
              </div>
            );
          })}
        </div>
        {draft === null ? null : (
          <DraftLine
            key={draft.turn}
            draft={draft}
            level={(lines.find((line) => line.id === draft.parentId)?.level ?? 0) + 1}
            top={draftIndex * lineHeight}
            onDone={onDraft}
          />
        )}
      </div>
    </div>
  );
}

function lineClass({
  isCut,
  isFaint,
  dropPosition,
}: {
  readonly isCut: boolean;
  readonly isFaint: boolean;
  readonly dropPosition: DropPosition | null;
}): string {
  return `tree-line${isCut ? ' tree-line-cut' : ''}${isFaint ? ' tree-line-faint' : ''}${dropPosition === null ? '' : ` tree-drop-${dropPosition}`}`;
}

function dropPositionOn(drag: TreeDrag, id: string): DropPosition | null {
  return drag.target?.id === id ? drag.target.place : null;
}

/** The index of the last visible line in a group, the group itself if it shows none. */
function lastLineBelow(lines: readonly TreeRow[], groupId: string): number {
  const start = lines.findIndex((line) => line.id === groupId);
  const level = lines[start]?.level ?? 0;
  let last = start;
  while ((lines[last + 1]?.level ?? 0) > level) last += 1;
  return last;
}
