import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Day } from '#core/kernel/day';
import { smartListNames } from '#core/queries/smart-lists';

export type Tab =
  'overview' | 'licenses' | 'people' | 'numbers' | 'menus' | 'devices' | 'forecast' | 'history' | 'portfolio';
export type Theme = 'system' | 'light' | 'dark';
export type PaneName = 'tree' | 'properties' | 'status';

/** Lists of what still has to be done: two lists are about this computer, the others about the account. In the order in which they are shown. */
export const listNames = ['notSynchronised', 'attention', ...smartListNames] as const;
export type ListName = (typeof listNames)[number];

export interface Pane {
  readonly shown: boolean;
  /** Pixels: width, or height for the pane at the bottom. */
  readonly size: number;
}

/** Position of a person in the window: kept between starts, never part of the account. */
export interface PositionInWindow {
  /** The group that the middle shows. */
  readonly groupId: string;
  /** What the properties show: ids of one kind. Empty: the group itself. */
  readonly selection: {
    readonly kind: 'group' | 'user' | 'block' | 'number' | 'device' | 'menu';
    readonly ids: readonly string[];
  };
  readonly expanded: readonly string[];
  readonly tab: Tab;
  /** The list that the middle shows instead of the group. */
  readonly shownList: ListName | 'none';
  readonly includeSubgroups: boolean;
  readonly panes: { readonly [N in PaneName]: Pane };
  readonly theme: Theme;
}

export interface View extends PositionInWindow {
  /** The day that is looked at; `null` is today. Not kept between starts. */
  readonly dayLookedAt: Day | null;
  /** Today in the account's time zone. */
  readonly today: Day;
}

export type ViewStore = StoreApi<View>;

export const firstPosition: PositionInWindow = {
  groupId: 'root',
  selection: { kind: 'group', ids: [] },
  expanded: ['root'],
  tab: 'overview',
  shownList: 'none',
  includeSubgroups: true,
  panes: {
    tree: { shown: true, size: 256 },
    properties: { shown: true, size: 264 },
    status: { shown: true, size: 28 },
  },
  theme: 'system',
};

export function createViewStore(today: Day, place: PositionInWindow = firstPosition): ViewStore {
  return createStore<View>()(() => ({ ...place, dayLookedAt: null, today }));
}

/** The part of the view that is kept between starts. */
export function placeOf(view: View): PositionInWindow {
  const { groupId, selection, expanded, tab, shownList, includeSubgroups, panes, theme } = view;
  return { groupId, selection, expanded, tab, shownList, includeSubgroups, panes, theme };
}
