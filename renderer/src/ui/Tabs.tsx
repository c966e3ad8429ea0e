import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './Tabs.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** A number beside the name. */
  readonly count?: number | undefined;
}

export interface TabsProps<Id extends string> {
  /** What they are about: its name, or the id of the element that says it. */
  readonly label: string | { readonly at: string };
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** Tabs of which only the chosen one is built. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>): ReactNode {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)}>
      <TabList
        className="tab-list"
        {...(typeof label === 'string' ? { 'aria-label': label } : { 'aria-labelledby': label.at })}
      >
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.name}
            {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
