import type { ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { Refusals } from '../explain';
import { isAboutAmount, Why } from '../explain';
import { RemedyButton } from './RemedyButton';

export interface ExplainedRefusalsProps {
  readonly refusals: readonly Refusal[];
  readonly call: ActCall | null;
  readonly isLive?: boolean | undefined;
  /** All figures behind it stand beside it already. */
  readonly isExplained?: boolean | undefined;
}

/** Says why something was refused, with the way on; where an amount was, also with the way to all figures behind it. */
export function ExplainedRefusals({
  refusals,
  call,
  isLive = false,
  isExplained = false,
}: ExplainedRefusalsProps): ReactNode {
  return (
    <Refusals
      refusals={refusals}
      isLive={isLive}
      actionsOf={(refusal, index) => (
        <>
          <RemedyButton refusal={refusal} call={call} isFirst={index === 0} />
          {index === 0 && call !== null && !isExplained && refusals.some(isAboutAmount) ? <Why call={call} /> : null}
        </>
      )}
    />
  );
}
