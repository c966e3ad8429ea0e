import {
  ArrowDownRight,
  Ban,
  CalendarCheck,
  CircleDashed,
  CirclePlay,
  CircleStop,
  FileSignature,
  RotateCcw,
  UserRoundMinus,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { addDays, type Day } from '#core/kernel/day';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { Refusals } from '../../parts/explain';
import { RenewDialog, RenewEnd } from '../../parts/renewing';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { Select } from '../../ui/Select';
import { forecastDays, lineWords, UnitsCard, type ForecastDay, type ForecastLine } from '../../parts/forecast';
import { ExportButton, useRowsExport, type ExportedTable } from '../../parts/tables';
import { forecastToExport } from './forecast-to-export';
import './forecast.css';

const spans = {
  '91': 'forecast.span.quarter',
  '182': 'forecast.span.half',
  '365': 'forecast.span.year',
  '730': 'forecast.span.twoYears',
} as const;
type Span = keyof typeof spans;
const spanIds = Object.keys(spans) as readonly Span[];
/** Days beyond these would fill more than anybody reads. */
const mostDays = 120;

const looks: {
  readonly [K in ForecastLine['kind']]: { readonly icon: LucideIcon; readonly tone: 'good' | 'bad' | 'neutral' };
} = {
  blockStarts: { icon: CirclePlay, tone: 'good' },
  blockEnds: { icon: CircleStop, tone: 'neutral' },
  contractRenews: { icon: FileSignature, tone: 'neutral' },
  joins: { icon: UserRoundPlus, tone: 'neutral' },
  leaves: { icon: UserRoundMinus, tone: 'neutral' },
  seatFallsBack: { icon: ArrowDownRight, tone: 'bad' },
  seatBlocked: { icon: Ban, tone: 'bad' },
  seatRestored: { icon: RotateCcw, tone: 'good' },
  resourceShort: { icon: CircleDashed, tone: 'bad' },
  unitsShort: { icon: CircleDashed, tone: 'bad' },
};

function toneOf(line: ForecastLine): 'good' | 'bad' | 'neutral' {
  // No longer short is good news.
  return 'short' in line && line.short === 0 ? 'good' : looks[line.kind].tone;
}

function DayLines({
  day,
  lines,
  isLookedAt,
  onDay,
  onRenew,
}: ForecastDay & {
  readonly isLookedAt: boolean;
  readonly onDay: (day: Day) => void;
  readonly onRenew: (blockIds: readonly string[]) => void;
}): ReactNode {
  const writer = useText();
  const names = useNames();
  const rows = useRows();
  return (
    <li className="forecast-day" data-looked-at={isLookedAt}>
      <Button
        tone="quiet"
        size="small"
        aria-label={writer.text('forecast.lookAt', { day: writer.day(day) })}
        onPress={() => onDay(day)}
      >
        <time dateTime={day}>{writer.day(day)}</time>
      </Button>
      <ul>
        {lines.map((line, index) => {
          const { what, who } = lineWords(line, writer, names, rows);
          const Icon = looks[line.kind].icon;
          return (
            <li key={index} className={`forecast-line forecast-${toneOf(line)}`}>
              <Icon size="1.1em" aria-hidden />
              <span>
                {what}
                {who === null ? null : <span className="forecast-who">{who}</span>}
              </span>
              {line.kind === 'blockEnds' ? <RenewEnd blockId={line.blockId} onRenew={onRenew} /> : null}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** Shows what time alone will change in a group: what begins and ends, who loses and gets back what, and which pools get short. */
export function ForecastTab({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  const { day, lookAt } = useDay();
  const [span, setSpan] = useState<Span>('365');
  const [renewing, setRenewing] = useState<readonly string[] | null>(null);
  const from = useDeferredValue(day);
  const to = addDays(from, Number(span));
  const forecast = useAnswer('forecast', { from, to, groupId });
  const timeline = useAnswer('timeline', { from, to, groupId });
  const days = useMemo(
    () => (isRefused(forecast) || isRefused(timeline) ? [] : forecastDays(forecast, timeline.short)),
    [forecast, timeline],
  );
  const toExport = (): ExportedTable => ({
    columns: [text('forecast.day'), text('forecast.what'), text('forecast.where')],
    rows: forecastToExport(days, writer, names, rows),
  });
  const exportDays = useRowsExport(text('forecast.title'), groupId);
  useCommandHandlers({ 'table.export': { run: () => exportDays(toExport()), isEnabled: () => days.length > 0 } });
  if (isRefused(forecast))
    return (
      <div className="forecast">
        <Refusals refusals={forecast.refusals} />
      </div>
    );
  if (isRefused(timeline))
    return (
      <div className="forecast">
        <Refusals refusals={timeline.refusals} />
      </div>
    );
  return (
    <div className="forecast" tabIndex={0} role="region" aria-label={text('forecast.title')}>
      <div className="forecast-head">
        <p className="quiet">{text('forecast.intro', { from: writer.day(from), to: writer.day(to) })}</p>
        <ExportButton
          label={text('forecast.title')}
          groupId={groupId}
          table={toExport}
          isDisabled={days.length === 0}
        />
        <Select
          label={text('forecast.span')}
          hideLabel
          value={span}
          onChange={setSpan}
          choices={spanIds.map((id) => ({ id, name: text(spans[id]) }))}
        />
      </div>
      <UnitsCard
        title={text('forecast.units', { pool: names.group(timeline.poolId) })}
        timeline={timeline}
        from={from}
        to={to}
        onDay={lookAt}
      />
      <Card title={text('forecast.days')}>
        {days.length === 0 ? (
          <EmptyState icon={CalendarCheck} title={text('forecast.none')}>
            {text('forecast.noneText', { group: names.group(groupId), to: writer.day(to) })}
          </EmptyState>
        ) : (
          <ol className="forecast-days">
            {days.slice(0, mostDays).map((one) => (
              <DayLines key={one.day} {...one} isLookedAt={one.day === day} onDay={lookAt} onRenew={setRenewing} />
            ))}
          </ol>
        )}
        {days.length > mostDays ? (
          <p className="quiet">{text('forecast.more', { count: days.length - mostDays })}</p>
        ) : null}
      </Card>
      {renewing === null ? null : <RenewDialog blockIds={renewing} onClose={() => setRenewing(null)} />}
    </div>
  );
}
