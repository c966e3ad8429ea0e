import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Badge.css';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

export interface BadgeProps {
  readonly children?: ReactNode | undefined;
  readonly tone?: Tone | undefined;
  readonly icon?: LucideIcon | undefined;
  /** What it means, where the picture alone says it. */
  readonly label?: string | undefined;
}

/** A small word or number on something. */
export function Badge({ children, tone = 'neutral', icon: Icon, label }: BadgeProps): ReactNode {
  return (
    <span
      className={`badge badge-${tone}`}
      {...(label === undefined ? {} : { role: 'img', 'aria-label': label, title: label })}
    >
      {Icon === undefined ? null : <Icon size="1em" aria-hidden />}
      {children}
    </span>
  );
}

/** A state in a table: a dot and a word, so that colour alone never says it. */
export function StatusPill({
  children,
  tone = 'neutral',
}: {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
}): ReactNode {
  return (
    <span className={`status-pill status-${tone}`}>
      <span className="status-dot" aria-hidden />
      {children}
    </span>
  );
}
