import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text';
import './EmptyState.css';

/** Rows as they would look, to be shown where there are none yet. */
export interface ExampleRows {
  readonly columns: readonly string[];
  /** A line for each row, its cells divided by bars. */
  readonly rows: string;
}

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode | undefined;
  readonly actions?: ReactNode | undefined;
  readonly example?: ExampleRows | undefined;
}

function Example({ columns, rows }: ExampleRows): ReactNode {
  const { text } = useText();
  return (
    <table className="empty-example">
      <caption>{text('ui.example')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.split('\n').map((row) => (
          <tr key={row}>
            {row.split(' | ').map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nothing is here yet, what one could do, and how it looks when something is. */
export function EmptyState({ icon: Icon, title, children, actions, example }: EmptyStateProps): ReactNode {
  return (
    <div className="empty-state">
      <Icon size="1.9em" strokeWidth={1.4} aria-hidden className="empty-state-icon" />
      <p className="empty-state-title">{title}</p>
      {children === undefined ? null : <p className="empty-state-text">{children}</p>}
      {actions === undefined ? null : <div className="empty-state-actions">{actions}</div>}
      {example === undefined ? null : <Example {...example} />}
    </div>
  );
}
