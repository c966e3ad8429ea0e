import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useRemembered } from '../../platform/remembered';
import { ExpiryCalendar } from './ExpiryCalendar';
import { PortfolioCharts } from './PortfolioCharts';
import { PortfolioHead, type PortfolioView } from './PortfolioHead';
import { PortfolioTable } from './PortfolioTable';
import { useComplexRows } from './use-complex-rows';
import './portfolio.css';

/** Shows what every complex below a group uses, has free and will lose: as a table, a calendar of ends, and charts. */
export function PortfolioTab({ groupId }: { readonly groupId: string }): ReactNode {
  const portfolio = useAnswer('portfolio', { groupId });
  const rows = useComplexRows(isRefused(portfolio) ? null : portfolio);
  const [view, setView] = useRemembered<PortfolioView>('portfolio.view', 'table');
  if (isRefused(portfolio))
    return (
      <div className="tab-notice">
        <Refusals refusals={portfolio.refusals} />
      </div>
    );
  return (
    <div className="portfolio">
      <PortfolioHead groupId={groupId} places={rows.length} pools={portfolio.pools} view={view} onView={setView} />
      {view === 'table' ? <PortfolioTable groupId={groupId} rows={rows} /> : null}
      {view === 'calendar' ? <ExpiryCalendar groupId={groupId} /> : null}
      {view === 'charts' ? <PortfolioCharts groupId={groupId} rows={rows} pools={portfolio.pools} /> : null}
    </div>
  );
}
