import type { ReactNode } from 'react';
import type { GrantProblem } from '../../state/grant-calls';
import { useText } from '../../text/text';
import { Notice } from '../../ui/Notice';

/** Why a file cannot be read or made, and what helps. */
export function GrantProblemNotice({ problem }: { readonly problem: GrantProblem }): ReactNode {
  const { text } = useText();
  return (
    <Notice tone="refusal" title={text(`grants.problem.${problem}`)} isLive>
      {text(`grants.problem.${problem}.help`)}
    </Notice>
  );
}
