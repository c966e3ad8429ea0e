import type { ReactNode } from 'react';
import type { TrustProblem } from '../../state/trust-problem';
import { useText } from '../../text/text';
import { Notice } from '../../ui/Notice';

/** Why somebody is not let in, and what helps. */
export function TrustProblemNotice({ problem }: { readonly problem: TrustProblem }): ReactNode {
  const { text } = useText();
  const title =
    problem.kind === 'words-word'
      ? text('trust.problem.words-word', { detail: problem.detail })
      : text(`trust.problem.${problem.kind}`);
  return (
    <Notice tone="refusal" title={title} isLive>
      {text(`trust.problem.${problem.kind}.help`)}
    </Notice>
  );
}
