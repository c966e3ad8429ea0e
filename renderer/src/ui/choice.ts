import type { ReactNode } from 'react';

/** One thing that can be chosen in a list. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  /** What it is called; also what typing finds. */
  readonly name: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
}
