import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useJustMade } from '../../state/just-made';
import { useReadingWhile, useTreeOfGroups } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useChosenGroup, useExpanded, useSelection } from '../../state/view-hooks';
import { selectRow, type SelectMode } from '../../ui/row-selection';
import { useGroupFilter } from '../../parts/search';
import { filteredGroups, visibleRows, type TreeRow } from './tree-rows';

export interface TreeState {
  readonly lines: readonly TreeRow[];
  readonly fits: ReadonlySet<string> | null;
  /** Groups that are in sight only because they were just made: the filter leaves them out. */
  readonly strays: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly focusId: string;
  readonly focusLine: (id: string) => void;
  readonly select: (id: string, mode: SelectMode) => void;
  readonly selectAll: () => void;
  readonly toggle: (id: string) => void;
  /** Shows a group: opens the way to it, selects it and has it in the middle. */
  readonly reveal: (id: string) => void;
}

const nothing: ReadonlySet<string> = new Set();
const noStrays: readonly string[] = [];

/** The tree on screen: what is open, what is selected, where the focus is. */
export function useTreeState(filter: string): TreeState {
  const tree = useTreeOfGroups();
  const { model } = useSession();
  const { groupId, choose } = useChosenGroup();
  const { selection, select: selectIds } = useSelection();
  const { expanded, setExpanded } = useExpanded();
  const [focused, setFocused] = useState<{ readonly id: string; readonly chosen: string }>({
    id: groupId,
    chosen: groupId,
  });
  const [anchor, setAnchor] = useState<string | null>(groupId);
  const [closedInFilter, setClosedInFilter] = useState<ReadonlySet<string>>(nothing);
  const typed = useDeferredValue(filter.trim());
  const groupsLike = useGroupFilter();
  const reading = useReadingWhile(typed !== '');

  const justMade = useJustMade('groups', typed);
  const { filtered, strays } = useMemo(() => {
    if (reading === null) return { filtered: null, strays: noStrays };
    const fitting = groupsLike(typed);
    const fits = new Set(fitting);
    // A filter that fits nothing of them would hide what somebody has just made.
    const besides = [...justMade].filter((id) => !fits.has(id) && reading.rows.row('groups', id) !== undefined);
    const { shown } = filteredGroups(reading.rows, [...fitting, ...besides]);
    return { filtered: { shown, fits }, strays: besides };
  }, [reading, typed, groupsLike, justMade]);
  const lines = useMemo(
    () =>
      filtered === null
        ? visibleRows(tree, (id) => expanded.has(id))
        : visibleRows(
            tree,
            (id) => filtered.shown.has(id) && !closedInFilter.has(id),
            (id) => filtered.shown.has(id),
          ),
    [tree, expanded, filtered, closedInFilter],
  );
  const selected = useMemo(
    () => new Set(selection.kind === 'group' && selection.ids.length > 0 ? selection.ids : [groupId]),
    [selection, groupId],
  );
  // Elsewhere another group may have been chosen (search, breadcrumb): the focus follows it.
  const focusId = focused.chosen === groupId ? focused.id : groupId;

  const shownFor = useRef(groupId);
  useEffect(() => {
    // The way to it opens once; closing it again is up to the person.
    if (shownFor.current === groupId || model.row('groups', groupId) === undefined) return;
    shownFor.current = groupId;
    const closed = [...model.ancestry(groupId)]
      .slice(1)
      .map((group) => group.id)
      .filter((id) => !expanded.has(id));
    if (closed.length > 0) setExpanded(closed, true);
  }, [groupId, model, expanded, setExpanded]);

  const focusLine = useCallback((id: string) => setFocused({ id, chosen: groupId }), [groupId]);

  const select = useCallback(
    (id: string, mode: SelectMode) => {
      if (mode === 'only') {
        setAnchor(id);
        setFocused({ id, chosen: id });
        choose(id);
        return;
      }
      const next = selectRow({ order: lines.map((line) => line.id), selected, anchor, target: id, mode });
      setAnchor(next.anchor);
      selectIds('group', [...next.selected]);
    },
    [lines, selected, anchor, choose, selectIds],
  );

  const selectAll = useCallback(
    () =>
      selectIds(
        'group',
        lines.map((line) => line.id),
      ),
    [lines, selectIds],
  );

  const toggle = useCallback(
    (id: string) => {
      if (filtered === null) {
        setExpanded([id], !expanded.has(id));
        return;
      }
      setClosedInFilter((closed) => {
        const next = new Set(closed);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    [filtered, expanded, setExpanded],
  );

  const reveal = useCallback(
    (id: string) => {
      if (model.row('groups', id) === undefined) return;
      setExpanded(
        [...model.ancestry(id)].slice(1).map((group) => group.id),
        true,
      );
      setFocused({ id, chosen: id });
      setAnchor(id);
      choose(id);
    },
    [model, setExpanded, choose],
  );

  return {
    lines,
    fits: filtered?.fits ?? null,
    strays,
    selected,
    focusId,
    focusLine,
    select,
    selectAll,
    toggle,
    reveal,
  };
}
