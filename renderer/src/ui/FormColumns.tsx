import type { ReactNode } from 'react';
import './FormColumns.css';

export interface FormColumnsProps {
  /** `parts`: whole parts of a form side by side; `fields`: as many small fields as there is room for; `days`: the same for days, which are wider; `named`: a name and its short code; `pair`: always two. */
  readonly of: 'parts' | 'fields' | 'days' | 'named' | 'pair';
  readonly children: ReactNode;
}

/** Parts or fields of a form beside each other where there is room. */
export function FormColumns({ of, children }: FormColumnsProps): ReactNode {
  return <div className={`form-columns form-columns-${of}`}>{children}</div>;
}
