import type { ReactNode } from 'react';
import type { ServerProblem } from '../../state/server-problem';
import { accountThereWords } from '../../text/account-there';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

export interface ServerProblemNoticeProps {
  readonly problem: ServerProblem;
  /** Shares through a server that only carries files all the same. */
  readonly onCarry?: (() => void) | undefined;
}

/** Says what stands in the way in plain words, and below it what the server itself said. */
export function ServerProblemNotice({ problem, onCarry }: ServerProblemNoticeProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  return (
    <Notice
      tone={onCarry === undefined ? 'refusal' : 'warning'}
      title={text(`server.problem.${problem.kind}`)}
      isLive
      actions={onCarry === undefined ? undefined : <Button onPress={onCarry}>{text('server.carryDo')}</Button>}
    >
      {problem.there === undefined ? null : <p>{accountThereWords(problem.there, writer)}</p>}
      {onCarry === undefined ? text(`server.problem.${problem.kind}.help`) : text('server.carryHelp')}
      {problem.detail === '' ? null : <p className="server-detail quiet">{problem.detail}</p>}
    </Notice>
  );
}
