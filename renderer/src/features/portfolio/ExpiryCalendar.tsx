import { DateFormatter } from '@internationalized/date';
import { Bell, CalendarSync, FileSignature } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { addDays, type Day } from '#core/kernel/day';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useDay, useGoTo } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { useRemembered } from '../../platform/remembered';
import { Button } from '../../ui/Button';
import { Switch } from '../../ui/Switch';
import { canBeRenewed, RenewDialog, RenewEnd } from '../../parts/renewing';
import { forecastDays, lineWords } from '../../parts/forecast';
import {
  calendarMonths,
  lastDayOf,
  monthsFrom,
  type CalendarDay,
  type CalendarEnd,
  type CalendarMonth,
} from './calendar-months';
import { TypeMark } from './TypeMark';

const monthsAhead = 12;
/** More in one month would be a list that nobody reads to its end. */
const mostEntries = 40;

/** A line of a month: one end, or what happens on a day for which nothing here ends. */
interface CalendarItem {
  readonly id: string;
  readonly day: CalendarDay;
  readonly end: CalendarEnd | null;
  /** What follows from the day stands below the last of its ends. */
  readonly isLast: boolean;
}

function itemsOf(days: readonly CalendarDay[]): readonly CalendarItem[] {
  return days.flatMap((day): readonly CalendarItem[] =>
    day.ends.length === 0
      ? [{ id: day.day, day, end: null, isLast: true }]
      : day.ends.map((end, index) => ({ id: end.blockId, day, end, isLast: index === day.ends.length - 1 })),
  );
}

function DayTile({ day }: { readonly day: Day }): ReactNode {
  const { locale } = useText();
  const weekday = useMemo(() => new DateFormatter(locale, { weekday: 'short', timeZone: 'UTC' }), [locale]);
  return (
    <time className="calendar-tile" dateTime={day}>
      <span>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
      <strong>{Number(day.slice(8))}</strong>
    </time>
  );
}

function Follows({ day: { day, follows } }: { readonly day: CalendarDay }): ReactNode {
  const writer = useText();
  const names = useNames();
  const rows = useRows();
  if (follows.length === 0) return null;
  return (
    <span className="calendar-follows">
      <span>{writer.text('calendar.lead', { day: writer.day(addDays(day, 1)) })}</span>
      {follows.map((line, index) => {
        const { what, who } = lineWords(line, writer, names, rows);
        return <span key={index}>{who === null ? what : `${what}: ${who}`}</span>;
      })}
    </span>
  );
}

function Month({
  month,
  showsReminders,
  onRenew,
}: {
  readonly month: CalendarMonth;
  readonly showsReminders: boolean;
  readonly onRenew: (blockIds: readonly string[]) => void;
}): ReactNode {
  const writer = useText();
  const { text, number, list } = writer;
  const names = useNames();
  const goTo = useGoTo();
  const { lookAt } = useDay();
  const rows = useRows();
  const items = itemsOf(month.days);
  const renewable = items.flatMap(({ end }) => (end !== null && canBeRenewed(rows, end.blockId) ? [end.blockId] : []));
  const shown = items.slice(0, mostEntries);
  const count = month.days.reduce((sum, { ends }) => sum + ends.length, 0);
  const label = text('calendar.month', { month: writer.month(month.first), count });

  function open(id: string): void {
    const item = items.find((one) => one.id === id);
    if (item?.end == null) lookAt(item === undefined ? null : addDays(item.day.day, 1));
    else goTo({ groupId: item.end.groupId, tab: 'licenses', selection: { kind: 'block', ids: [item.end.blockId] } });
  }

  return (
    <section className={items.length === 0 ? 'calendar-month calendar-calm' : 'calendar-month'} aria-label={label}>
      <header className="calendar-head">
        <h2>{writer.month(month.first)}</h2>
        {renewable.length > 1 ? (
          <Button tone="quiet" size="small" icon={CalendarSync} onPress={() => onRenew(renewable)}>
            {text('renew.these')}
          </Button>
        ) : null}
      </header>
      {items.length === 0 ? (
        <p className="quiet">{text('calendar.calm')}</p>
      ) : (
        <GridList className="calendar-entries" aria-label={label} onAction={(key) => open(String(key))}>
          {shown.map(({ id, day, end, isLast }) => {
            const words =
              end === null
                ? text('calendar.lead', { day: writer.day(addDays(day.day, 1)) })
                : text('calendar.entryWords', {
                    day: writer.day(day.day),
                    quantity: number(end.quantity),
                    type: names.type(end.typeId),
                    group: names.group(end.groupId),
                  });
            return (
              <GridListItem key={id} id={id} textValue={words} className="calendar-entry">
                <DayTile day={day.day} />
                <span className="calendar-what">
                  {end === null ? null : (
                    <>
                      <span className="calendar-units">
                        <TypeMark typeId={end.typeId} />
                        {text('calendar.entry', { quantity: number(end.quantity), type: names.type(end.typeId) })}
                      </span>
                      <span className="quiet">{names.group(end.groupId)}</span>
                    </>
                  )}
                  {isLast ? <Follows day={day} /> : null}
                </span>
                {end === null ? null : <RenewEnd blockId={end.blockId} onRenew={onRenew} />}
              </GridListItem>
            );
          })}
        </GridList>
      )}
      {items.length > mostEntries ? (
        <p className="quiet">{text('calendar.more', { count: items.length - mostEntries })}</p>
      ) : null}
      {month.renewals.length === 0 ? null : (
        <ul className="calendar-reminders">
          {month.renewals.map((day) => (
            <li key={day}>
              <FileSignature size="1em" aria-hidden />
              <time dateTime={day}>{writer.day(day)}</time>
              <span>{text('forecast.contractRenews')}</span>
            </li>
          ))}
        </ul>
      )}
      {showsReminders && month.reminders.length > 0 ? (
        <ul className="calendar-reminders">
          {month.reminders.map(({ day, blockIds }) => (
            <li key={day}>
              <Bell size="1em" aria-hidden />
              <time dateTime={day}>{writer.day(day)}</time>
              <span>{text('calendar.reminder', { what: list(blockIds.map((id) => names.thing(id))) })}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** A year of ends below a group: on each day what counts for the last time, who loses what by it, and what is reminded of. */
export function ExpiryCalendar({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const rows = useRows();
  const { day } = useDay();
  const [showsReminders, showReminders] = useRemembered('portfolio.reminders', true);
  const [renewing, setRenewing] = useState<readonly string[] | null>(null);
  const from = useDeferredValue(day);
  const months = useMemo(() => monthsFrom(from, monthsAhead), [from]);
  const to = lastDayOf(months[months.length - 1] ?? from);
  // A block's end is forecast for the first day on which it does not count any more.
  const span = { from, to: addDays(to, 1), groupId };
  const forecast = useAnswer('forecast', span);
  const timeline = useAnswer('timeline', span);
  const reminders = useAnswer('reminders', { from, to });
  const calendar = useMemo(() => {
    if (isRefused(forecast) || isRefused(timeline)) return [];
    const here = isRefused(reminders) ? [] : reminders.filter((reminder) => rows.isWithin(reminder.groupId, groupId));
    return calendarMonths(from, months, forecastDays(forecast, timeline.short), here, rows);
  }, [forecast, timeline, reminders, from, months, rows, groupId]);
  if (isRefused(forecast))
    return (
      <div className="tab-notice">
        <Refusals refusals={forecast.refusals} />
      </div>
    );
  return (
    <div className="expiry-calendar" role="region" aria-label={text('calendar.title')}>
      <div className="expiry-intro">
        <p className="quiet">{text('calendar.intro', { from: writer.day(from), to: writer.day(to) })}</p>
        <Switch label={text('calendar.reminders')} isSelected={showsReminders} onChange={showReminders} />
      </div>
      <div className="calendar-months">
        {calendar.map((month) => (
          <Month key={month.first} month={month} showsReminders={showsReminders} onRenew={setRenewing} />
        ))}
      </div>
      {renewing === null ? null : <RenewDialog blockIds={renewing} onClose={() => setRenewing(null)} />}
    </div>
  );
}
