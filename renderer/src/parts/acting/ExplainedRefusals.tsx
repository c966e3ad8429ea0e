import type { ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { Refusals } from '../explain';
import { isAboutAmount, Why } from '../explain';

export interface ExplainedRefusalsProps {
  readonly refusals: readonly Refusal[];
  readonly call: ActCall | null;
  readonly isLive?: boolean | undefined;
}

/** Says why something was refused; where an amount was, with the way to all figures behind it. */
export function ExplainedRefusals({ refusals, call, isLive = false }: ExplainedRefusalsProps): ReactNode {
  return (
    <Refusals
      refusals={refusals}
      isLive={isLive}
      actions={call !== null && refusals.some(isAboutAmount) ? <Why call={call} /> : undefined}
    />
  );
}
