import { ClockAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useClockDoubt } from '../state/clock-hooks';
import { useDay } from '../state/view-hooks';
import { useText } from '../text/text';
import { useNames } from '../text/use-names';
import { Button } from '../ui/Button';

/** Asks whether the clock of this computer is right where it does not go with what others did, until somebody says so (G9). */
export function ClockBanner(): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { today } = useDay();
  const doubt = useClockDoubt();
  const [rightFor, setRightFor] = useState<string | null>(null);
  if (doubt === null) return null;
  const { kind, by, day } = doubt;
  const about = `${kind} ${by} ${day} ${today}`;
  if (rightFor === about) return null;
  const days = { today: writer.day(today), day: writer.day(day), name: names.user(by) };
  return (
    <div className="day-banner" role="status" data-help="share">
      <ClockAlert size="1.1em" aria-hidden />
      <span>
        <strong>{text(`clock.${kind}`, days)}</strong> {text('clock.ask')}
      </span>
      <Button size="small" onPress={() => setRightFor(about)}>
        {text('clock.right')}
      </Button>
    </div>
  );
}
