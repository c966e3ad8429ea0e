import type { ReactNode } from 'react';
import { useText } from '../text/text';
import './UsageBar.css';

export interface UsageBarProps {
  /** What is counted, for the screen reader. */
  readonly label: string;
  readonly total: number;
  /** Parts in use, drawn one after the other. One colour means in use, wherever a bar stands. */
  readonly parts: readonly { readonly id: string; readonly amount: number }[];
  /** More is needed than there is. */
  readonly isOver?: boolean | undefined;
}

/** A small bar: how much of what there is is in use. The figures stand beside it, so the bar is never the only one to say it. */
export function UsageBar({ label, total, parts, isOver = false }: UsageBarProps): ReactNode {
  const { text, number } = useText();
  const used = parts.reduce((sum, part) => sum + part.amount, 0);
  const scale = Math.max(total, used, 1);
  return (
    <div
      className={isOver ? 'usage-bar usage-bar-over' : 'usage-bar'}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, used)}
      aria-valuenow={used}
      aria-valuetext={text('ui.usage', { used: number(used), total: number(total) })}
    >
      {parts.map((part) =>
        part.amount === 0 ? null : (
          <span key={part.id} className="usage-part" style={{ width: `${(part.amount / scale) * 100}%` }} />
        ),
      )}
    </div>
  );
}
