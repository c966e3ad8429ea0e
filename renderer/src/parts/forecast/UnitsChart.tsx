import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';
import { dayFromNumber, dayNumber, type Day } from '#core/kernel/day';
import type { TypeTimeline } from '#core/queries/timeline';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import './units-chart.css';

/** In units of the drawing, which takes the width there is. */
const size = { width: 320, height: 112, left: 30, right: 8, top: 8, bottom: 20 };
const dayMs = 86_400_000;

interface Point {
  readonly at: number;
  readonly nominal: number;
  readonly claimed: number;
}

function atOf(day: Day): number {
  return dayNumber(day) * dayMs;
}

export interface UnitsChartProps {
  readonly timeline: TypeTimeline;
  readonly from: Day;
  readonly to: Day;
  readonly onDay: (day: Day) => void;
}

/** The units of a type over time: what there is as an area, what is held or handed out as a line. The list beside it says the same in words. */
export function UnitsChart({ timeline, from, to, onDay }: UnitsChartProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { points } = timeline;
  const last = points[points.length - 1];
  const drawn: readonly Point[] = [
    ...points.map(({ day, nominal, claimed }) => ({ at: atOf(day), nominal, claimed })),
    ...(last === undefined ? [] : [{ at: atOf(to), nominal: last.nominal, claimed: last.claimed }]),
  ];
  const most = Math.max(1, ...points.flatMap(({ nominal, claimed }) => [nominal, claimed]));
  const x = scaleUtc([atOf(from), atOf(to)], [size.left, size.width - size.right]);
  const y = scaleLinear([0, most], [size.height - size.bottom, size.top]).nice(3);
  const nominalArea = area<Point>()
    .x(({ at }) => x(at))
    .y0(y(0))
    .y1(({ nominal }) => y(nominal))
    .curve(curveStepAfter);
  const claimedLine = line<Point>()
    .x(({ at }) => x(at))
    .y(({ claimed }) => y(claimed))
    .curve(curveStepAfter);
  const type = names.type(timeline.typeId);
  const ticks = y.ticks(3).filter((tick) => Number.isInteger(tick));
  const changes = points.slice(1);
  const first = points[0];
  const summary = [
    ...(first === undefined
      ? []
      : [text('forecast.chartPoint', { day: writer.day(first.day), nominal: first.nominal, claimed: first.claimed })]),
    ...changes
      .slice(0, 8)
      .map(({ day, nominal, claimed }) => text('forecast.chartPoint', { day: writer.day(day), nominal, claimed })),
  ].join(' ');

  return (
    <figure className="units-chart">
      <figcaption>{type}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={text('forecast.chartLabel', { type, summary })}
        onClick={({ currentTarget, clientX }) => {
          const box = currentTarget.getBoundingClientRect();
          if (box.width === 0) return;
          const at = x.invert(((clientX - box.left) / box.width) * size.width).getTime();
          onDay(dayFromNumber(Math.min(dayNumber(to), Math.max(dayNumber(from), Math.floor(at / dayMs)))));
        }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="units-grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
            <text className="units-tick" x={size.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
              {writer.number(tick)}
            </text>
          </g>
        ))}
        {x.ticks(3).map((tick) => (
          <text key={tick.getTime()} className="units-tick" x={x(tick)} y={size.height - 5} textAnchor="middle">
            {writer.month(dayFromNumber(Math.round(tick.getTime() / dayMs)))}
          </text>
        ))}
        <path className="units-nominal" d={nominalArea(drawn) ?? ''} />
        <path className="units-claimed" d={claimedLine(drawn) ?? ''} />
        {changes.map(({ day }) => (
          <line
            key={day}
            className="units-change"
            x1={x(atOf(day))}
            x2={x(atOf(day))}
            y1={size.top}
            y2={size.height - size.bottom}
          />
        ))}
      </svg>
    </figure>
  );
}
