import type { ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import type { TimelineAnswer } from '#core/queries/timeline';
import { useText } from '../../text/text';
import { Card } from '../../ui/Card';
import { UnitsChart } from './UnitsChart';

export interface UnitsCardProps {
  readonly title: string;
  readonly timeline: TimelineAnswer;
  readonly from: Day;
  readonly to: Day;
  readonly onDay: (day: Day) => void;
}

/** The units of each type of a pool over time, with what the signs mean; nothing where the pool has none. */
export function UnitsCard({ title, timeline, from, to, onDay }: UnitsCardProps): ReactNode {
  const { text } = useText();
  if (timeline.types.length === 0) return null;
  return (
    <Card
      title={title}
      actions={
        <p className="units-legend" aria-hidden>
          <span className="legend-nominal" />
          {text('forecast.nominal')}
          <span className="legend-claimed" />
          {text('forecast.claimed')}
        </p>
      }
    >
      <div className="units-charts">
        {timeline.types.map((type) => (
          <UnitsChart key={type.typeId} timeline={type} from={from} to={to} onDay={onDay} />
        ))}
      </div>
    </Card>
  );
}
