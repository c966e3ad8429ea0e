import { useDeferredValue, useEffect, type ReactNode } from 'react';
import { DevicesTab } from '../features/devices';
import { ForecastTab } from '../features/forecast';
import { HistoryTab } from '../features/history';
import { LicensesTab } from '../features/licenses';
import { NumbersTab } from '../features/numbers';
import { OverviewTab } from '../features/overview';
import { PeopleTab } from '../features/people';
import { hasPortfolio, PortfolioTab } from '../features/portfolio';
import { useRows } from '../state/model-hooks';
import { useChosenGroup, useTab } from '../state/view-hooks';
import type { Tab } from '../state/view-store';
import { useText } from '../text/text';
import { Tabs } from '../ui/Tabs';
import { PathBar } from './PathBar';

const tabViews: { readonly [T in Tab]: (properties: { readonly groupId: string }) => ReactNode } = {
  overview: OverviewTab,
  licenses: LicensesTab,
  people: PeopleTab,
  numbers: NumbersTab,
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
  'devices',
  'forecast',
  'history',
  'portfolio',
];

/** The middle: where the chosen group is, and its tabs. */
export function GroupPane(): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const { groupId, choose } = useChosenGroup();
  const { tab: openedTab, openTab } = useTab();
  // Walking through the tree stays fluent; the middle follows as fast as it can.
  const shownId = useDeferredValue(groupId);
  const group = rows.row('groups', shownId);
  const isGone = rows.row('groups', groupId) === undefined;
  useEffect(() => {
    // Deleted here, taken back, or deleted by somebody else.
    if (isGone) choose(rows.root.id);
  }, [isGone, choose, rows]);

  if (group === undefined) return <main className="group-pane" />;
  const tabs = tabOrder.filter((id) => id !== 'portfolio' || hasPortfolio(rows, shownId));
  // The portfolio is looked at again where there is one.
  const tab = tabs.includes(openedTab) ? openedTab : 'overview';
  const View = tabViews[tab];
  return (
    <main className="group-pane" data-pane="middle">
      {/* The overview has the name in large; the other tabs have it for the screen reader. */}
      {tab === 'overview' ? null : <h1 className="visually-hidden">{group.name}</h1>}
      <PathBar groupId={shownId} />
      <Tabs<Tab>
        label={text('shell.tabs', { name: group.name })}
        tabs={tabs.map((id) => ({ id, name: text(`${id}.title`) }))}
        selected={tab}
        onSelect={openTab}
      >
        <View groupId={shownId} />
      </Tabs>
    </main>
  );
}
