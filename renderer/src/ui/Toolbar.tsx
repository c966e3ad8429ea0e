import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import './Toolbar.css';

/** A row of controls above a table; arrows move among them. `end` stands at the right. */
export function Toolbar({
  label,
  children,
  end,
}: {
  readonly label: string;
  readonly children?: ReactNode | undefined;
  readonly end?: ReactNode | undefined;
}): ReactNode {
  return (
    <AriaToolbar className="toolbar" aria-label={label}>
      {children}
      <span className="toolbar-space" />
      {end}
    </AriaToolbar>
  );
}
