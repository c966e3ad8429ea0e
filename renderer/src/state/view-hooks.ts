import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Day } from '#core/kernel/day';
import { useAccount } from './session-context';
import {
  listNames,
  type ListName,
  type Pane,
  type PaneName,
  type PositionInWindow,
  type Tab,
  type Theme,
} from './view-store';

/** The day that is looked at, today unless another was chosen. */
export function useDay(): {
  readonly day: Day;
  readonly today: Day;
  readonly isToday: boolean;
  readonly lookAt: (day: Day | null) => void;
} {
  const { view } = useAccount();
  const lookedAt = useStore(view, (state) => state.dayLookedAt);
  const today = useStore(view, (state) => state.today);
  return useMemo(
    () => ({
      day: lookedAt ?? today,
      today,
      isToday: lookedAt === null || lookedAt === today,
      lookAt: (day) => view.setState((state) => ({ dayLookedAt: day === state.today ? null : day })),
    }),
    [view, lookedAt, today],
  );
}

/** The group that the middle shows. */
export function useChosenGroup(): { readonly groupId: string; readonly choose: (groupId: string) => void } {
  const { view } = useAccount();
  const groupId = useStore(view, (state) => state.groupId);
  return useMemo(
    () => ({
      groupId,
      choose: (chosen) =>
        view.setState({ groupId: chosen, selection: { kind: 'group', ids: [chosen] }, shownList: 'none' }),
    }),
    [view, groupId],
  );
}

/** Selection: one thing or many of one kind. */
export function useSelection(): {
  readonly selection: PositionInWindow['selection'];
  readonly select: (kind: PositionInWindow['selection']['kind'], ids: readonly string[]) => void;
} {
  const { view } = useAccount();
  const selection = useStore(view, (state) => state.selection);
  return useMemo(
    () => ({ selection, select: (kind, ids) => view.setState({ selection: { kind, ids } }) }),
    [view, selection],
  );
}

/** The nodes of the tree that are open. */
export function useExpanded(): {
  readonly expanded: ReadonlySet<string>;
  readonly setExpanded: (ids: readonly string[], expanded: boolean) => void;
} {
  const { view } = useAccount();
  const list = useStore(view, (state) => state.expanded);
  return useMemo(
    () => ({
      expanded: new Set(list),
      setExpanded: (ids, expanded) =>
        view.setState((state) => {
          const open = new Set(state.expanded);
          for (const id of ids)
            if (expanded) open.add(id);
            else open.delete(id);
          return { expanded: [...open] };
        }),
    }),
    [view, list],
  );
}

/** What can be selected in a tab besides groups. */
const kindOfTab: { readonly [T in Tab]?: PositionInWindow['selection']['kind'] } = {
  licenses: 'block',
  people: 'user',
  numbers: 'number',
  devices: 'device',
  menus: 'menu',
};

export function useTab(): { readonly tab: Tab; readonly openTab: (tab: Tab) => void } {
  const { view } = useAccount();
  const tab = useStore(view, (state) => state.tab);
  return useMemo(
    () => ({
      tab,
      openTab: (opened) =>
        view.setState(({ groupId, selection }) => ({
          tab: opened,
          shownList: 'none',
          // What is selected in a table that is not on the screen would be changed unseen.
          ...(selection.kind === 'group' || kindOfTab[opened] === selection.kind
            ? {}
            : { selection: { kind: 'group', ids: [groupId] } }),
        })),
    }),
    [view, tab],
  );
}

/** The list that the middle shows instead of the group; `null` while it shows the group. */
export function useShownList(): { readonly list: ListName | null; readonly show: (list: ListName | null) => void } {
  const { view } = useAccount();
  const shown = useStore(view, (state) => state.shownList);
  return useMemo(
    () => ({
      // What was kept by another version may name a list that is not there any more.
      list: listNames.find((name) => name === shown) ?? null,
      show: (list) =>
        view.setState(({ groupId }) => ({ shownList: list ?? 'none', selection: { kind: 'group', ids: [groupId] } })),
    }),
    [view, shown],
  );
}

/** A thing in its place: the group where it lives, the tab that shows it, and what is selected there. */
export interface PositionOfThing {
  readonly groupId: string;
  /** Left out: the tab stays. */
  readonly tab?: Tab;
  readonly selection: PositionInWindow['selection'];
}

/** Goes to a thing where it lives. */
export function useGoTo(): (place: PositionOfThing) => void {
  const { view } = useAccount();
  return useCallback((place: PositionOfThing) => view.setState({ ...place, shownList: 'none' }), [view]);
}

/** The switch "include subgroups" of the tables. */
export function useIncludeSubgroups(): { readonly included: boolean; readonly include: (included: boolean) => void } {
  const { view } = useAccount();
  const included = useStore(view, (state) => state.includeSubgroups);
  return useMemo(
    () => ({ included, include: (chosen) => view.setState({ includeSubgroups: chosen }) }),
    [view, included],
  );
}

export function usePane(
  name: PaneName,
): Pane & { readonly show: (shown: boolean) => void; readonly resize: (size: number) => void } {
  const { view } = useAccount();
  const pane = useStore(view, (state) => state.panes[name]);
  return useMemo(() => {
    const change = (part: Partial<Pane>) =>
      view.setState((state) => ({ panes: { ...state.panes, [name]: { ...state.panes[name], ...part } } }));
    return { ...pane, show: (shown) => change({ shown }), resize: (size) => change({ size }) };
  }, [view, pane, name]);
}

export function useTheme(): { readonly theme: Theme; readonly setTheme: (theme: Theme) => void } {
  const { view } = useAccount();
  const theme = useStore(view, (state) => state.theme);
  return useMemo(() => ({ theme, setTheme: (chosen) => view.setState({ theme: chosen }) }), [view, theme]);
}
