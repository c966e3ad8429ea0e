import { useEffect, useId, useMemo, type ReactNode } from 'react';
import { DevicesTab } from '../features/devices';
import { ForecastTab } from '../features/forecast';
import { WorkingHere } from '../features/here';
import { HistoryTab } from '../features/history';
import { LicensesTab } from '../features/licenses';
import { NumbersTab } from '../features/numbers';
import { OverviewTab } from '../features/overview';
import { PeopleTab } from '../features/people';
import { hasPortfolio, PortfolioTab } from '../features/portfolio';
import { hasMenus, MenusTab } from '../features/voice-menus';
import { NotYours, ReadOnlyHere, useStandingAt } from '../features/roles';
import { useFromRows } from '../state/model-hooks';
import { useChosenGroup, useTab } from '../state/view-hooks';
import type { Tab } from '../state/view-store';
import type { ManualPage } from '../text/manual-pages';
import { useText } from '../text/text';
import { Tabs } from '../ui/Tabs';
import { PathBar } from './PathBar';
import { useFollowed } from './use-followed';

const tabViews: { readonly [T in Tab]: (properties: { readonly groupId: string }) => ReactNode } = {
  overview: OverviewTab,
  licenses: LicensesTab,
  people: PeopleTab,
  numbers: NumbersTab,
  menus: MenusTab,
  devices: DevicesTab,
  forecast: ForecastTab,
  history: HistoryTab,
  portfolio: PortfolioTab,
};
const tabOrder: readonly Tab[] = [
  'overview',
  'licenses',
  'people',
  'numbers',
  'menus',
  'devices',
  'forecast',
  'history',
  'portfolio',
];

const tabHelp: { readonly [T in Tab]: ManualPage } = {
  overview: 'groups',
  licenses: 'licenses',
  people: 'people',
  numbers: 'numbers',
  menus: 'voice-menus',
  devices: 'devices',
  forecast: 'look-ahead',
  history: 'undo',
  portfolio: 'portfolio',
};

/** What the tabs are about, for the screen reader. The overview has the name in large; the other tabs have it here. */
function GroupName({ groupId, isHeading, labelId }: GroupNameProps): ReactNode {
  const { text } = useText();
  const name = useFromRows((rows) => rows.row('groups', groupId)?.name ?? '');
  return (
    <>
      {isHeading ? <h1 className="visually-hidden">{name}</h1> : null}
      <span id={labelId} hidden>
        {text('shell.tabs', { name })}
      </span>
    </>
  );
}

interface GroupNameProps {
  readonly groupId: string;
  readonly isHeading: boolean;
  /** Of the element that names the tabs. */
  readonly labelId: string;
}

/** The middle: where the chosen group is, and its tabs. */
export function GroupPane(): ReactNode {
  const { text } = useText();
  const { groupId, choose } = useChosenGroup();
  const { tab: openedTab, openTab } = useTab();
  const labelId = useId();
  const shownId = useFollowed(groupId);
  const rootId = useFromRows((rows) => rows.root.id);
  const isGone = useFromRows((rows) => rows.row('groups', groupId) === undefined);
  const tabs = useFromRows((rows) =>
    rows.row('groups', shownId) === undefined
      ? null
      : tabOrder.filter((id) => {
          if (id === 'portfolio') return hasPortfolio(rows, shownId);
          // Where there is a portfolio there is no room for one more that few open there: the command leads to it.
          if (id === 'menus') return openedTab === id || (!hasPortfolio(rows, shownId) && hasMenus(rows, shownId));
          return true;
        }),
  );
  useEffect(() => {
    // Deleted here, taken back, or deleted by somebody else.
    if (isGone) choose(rootId);
  }, [isGone, choose, rootId]);
  const standing = useStandingAt(shownId);
  const items = useMemo(() => tabs?.map((id) => ({ id, name: text(`${id}.title`) })) ?? [], [tabs, text]);

  if (tabs === null) return <main className="group-pane" />;
  // The portfolio is looked at again where there is one.
  const tab = tabs.includes(openedTab) ? openedTab : 'overview';
  const View = tabViews[tab];
  return (
    <main className="group-pane" data-pane="middle" data-help={tabHelp[tab]} aria-busy={shownId !== groupId}>
      <GroupName groupId={shownId} isHeading={tab !== 'overview'} labelId={labelId} />
      <PathBar groupId={shownId} />
      <WorkingHere groupId={shownId} />
      <ReadOnlyHere groupId={shownId} />
      <Tabs<Tab> label={{ at: labelId }} tabs={items} selected={tab} onSelect={openTab}>
        {standing === 'foreign' ? <NotYours groupId={shownId} /> : <View groupId={shownId} />}
      </Tabs>
    </main>
  );
}
