import { CalendarClock, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import { useDay } from '../state/view-hooks';
import { useText } from '../text/text';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';

/** While another day is looked at, it is said; once hidden, it comes back with the next other day. */
export function DayBanner(): ReactNode {
  const { day, today, isToday, lookAt } = useDay();
  const writer = useText();
  const { text } = writer;
  const [hiddenFor, setHiddenFor] = useState<Day | null>(null);
  if (isToday || hiddenFor === day) return null;
  return (
    <div className="day-banner" role="status">
      <CalendarClock size="1.1em" aria-hidden />
      <span>
        <strong>{text('shell.dayHint', { day: writer.day(day) })}</strong>{' '}
        {text('shell.dayActs', { today: writer.day(today) })}
      </span>
      <Button size="small" onPress={() => lookAt(null)}>
        {text('shell.today')}
      </Button>
      <IconButton size="small" icon={X} label={text('shell.dayHide')} onPress={() => setHiddenFor(day)} />
    </div>
  );
}
