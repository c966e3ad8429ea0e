import type { ReactNode } from 'react';
import type { ServerProblem } from '../../state/server-problem';
import { accountThereWords } from '../../text/account-there';
import { useText } from '../../text/text';
import { Notice } from '../../ui/Notice';

/** Says what stands in the way in plain words, and below it what the server itself said. */
export function ServerProblemNotice({ problem }: { readonly problem: ServerProblem }): ReactNode {
  const writer = useText();
  const { text } = writer;
  return (
    <Notice tone="refusal" title={text(`server.problem.${problem.kind}`)} isLive>
      {problem.there === undefined ? null : <p>{accountThereWords(problem.there, writer)}</p>}
      {text(`server.problem.${problem.kind}.help`)}
      {problem.detail === '' ? null : <p className="server-detail quiet">{problem.detail}</p>}
    </Notice>
  );
}
