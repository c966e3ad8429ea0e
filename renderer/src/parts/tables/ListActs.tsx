import type { ReactNode } from 'react';
import './list-acts.css';

/** Buttons of a list that is no table, at the end of the line above it: sort it, export it, add to it. */
export function ListActs({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="list-acts">{children}</span>;
}
