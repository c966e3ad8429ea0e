import { ChartColumn } from 'lucide-react';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { addDays } from '#core/kernel/day';
import { boughtByUnit } from '#core/catalogue/license-types';
import type { PortfolioPool } from '#core/queries/portfolio';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { forecastDays, UnitsCard } from '../../parts/forecast';
import { calendarMonths, lastDayOf, monthsFrom } from './calendar-months';
import { endsByMonth } from './ends-by-month';
import { EndsChart } from './EndsChart';
import type { ComplexRow } from './portfolio-rows';
import { UsageChart } from './UsageChart';

const monthsAhead = 24;

/** A pool by the places that spend it. */
function nameOf(pool: PortfolioPool, rows: readonly ComplexRow[], list: (items: readonly string[]) => string): string {
  return list(rows.filter(({ poolId }) => poolId === pool.id).map(({ name }) => name));
}

export interface PortfolioChartsProps {
  readonly groupId: string;
  readonly rows: readonly ComplexRow[];
  readonly pools: readonly PortfolioPool[];
}

/** Usage and ends as pictures, each with its figures in words. */
export function PortfolioCharts({ groupId, rows, pools }: PortfolioChartsProps): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const model = useRows();
  const catalogue = useCatalogue();
  const { day, lookAt } = useDay();
  const from = useDeferredValue(day);
  const months = useMemo(() => monthsFrom(from, monthsAhead), [from]);
  const to = lastDayOf(months[months.length - 1] ?? from);
  const span = { from: addDays(from, 1), to: addDays(to, 1), groupId };
  const forecast = useAnswer('forecast', span);
  const timeline = useAnswer('timeline', { from, to, groupId });
  const ends = useMemo(
    () =>
      isRefused(forecast)
        ? []
        : endsByMonth(catalogue, calendarMonths(from, months, forecastDays(forecast, []), [], model)),
    [catalogue, forecast, from, months, model],
  );
  const charts = boughtByUnit(catalogue.types, 'retired').flatMap(({ id: typeId }) => {
    const lines = pools.flatMap((pool) => {
      const units = pool.types[typeId];
      return units === undefined ? [] : [{ id: pool.id, name: nameOf(pool, rows, list), units }];
    });
    return lines.length === 0 ? [] : [{ typeId, lines }];
  });
  return (
    <div className="portfolio-charts" tabIndex={0} role="region" aria-label={text('portfolio.view.charts')}>
      <Card
        title={text('charts.usage')}
        actions={
          <p className="chart-legend" aria-hidden>
            {(['used', 'free', 'short'] as const).map((part) => (
              <span key={part}>
                <span className={`usage-share usage-${part}`} />
                {text(`charts.${part}`)}
              </span>
            ))}
          </p>
        }
      >
        {charts.length === 0 ? (
          <EmptyState icon={ChartColumn} title={text('charts.nothing')} />
        ) : (
          <div className="usage-charts">
            {charts.map(({ typeId, lines }) => (
              <UsageChart key={typeId} typeId={typeId} lines={lines} />
            ))}
          </div>
        )}
      </Card>
      <Card title={text('charts.ends')}>
        <EndsChart months={ends} />
      </Card>
      {isRefused(timeline) ? null : (
        <UnitsCard
          title={text('charts.units', { pool: names.group(timeline.poolId) })}
          timeline={timeline}
          from={from}
          to={to}
          onDay={lookAt}
        />
      )}
    </div>
  );
}
