import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDay } from '../state/view-hooks';
import { useText } from '../text/text';
import { Button } from '../ui/Button';

/** While another day is looked at, it is said all the time. */
export function DayBanner(): ReactNode {
  const { day, isToday, lookAt } = useDay();
  const writer = useText();
  if (isToday) return null;
  return (
    <div className="day-banner" role="status">
      <CalendarClock size="1.1em" aria-hidden />
      <span>{writer.text('shell.dayHint', { day: writer.day(day) })}</span>
      <Button size="small" onPress={() => lookAt(null)}>{writer.text('shell.today')}</Button>
    </div>
  );
}
