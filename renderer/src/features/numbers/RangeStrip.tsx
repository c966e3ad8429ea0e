import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Badge } from '../../ui/Badge';
import './numbers.css';

/** The SIP ranges, each with the value that would be taken next. */
export function RangeStrip(): ReactNode {
  const { text } = useText();
  const ranges = useAnswer('ranges', {});
  if (isRefused(ranges) || ranges.length === 0) return null;
  return (
    <dl className="range-strip">
      <dt>{text('numbers.ranges')}</dt>
      {ranges.map((range) => (
        <dd key={range.id}>
          <Badge>{text('numbers.range', { from: range.from, to: range.to })}</Badge>{' '}
          {range.next === null ? text('numbers.rangeFull') : text('numbers.rangeNext', { next: range.next })}
        </dd>
      ))}
    </dl>
  );
}
