import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './EmptyState.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode | undefined;
  readonly actions?: ReactNode | undefined;
}

/** Nothing is here yet, and what one could do. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <div className="empty-state">
      <Icon size="1.9em" strokeWidth={1.4} aria-hidden className="empty-state-icon" />
      <p className="empty-state-title">{title}</p>
      {children === undefined ? null : <p className="empty-state-text">{children}</p>}
      {actions === undefined ? null : <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
