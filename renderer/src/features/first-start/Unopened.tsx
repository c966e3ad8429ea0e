import { FolderX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KeptAccount, StartActions, StartProblem } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { KeptAccounts } from './KeptAccounts';
import './first-start.css';

export interface UnopenedProps {
  readonly actions: Pick<StartActions, 'tryAgain' | 'openFromJournal' | 'chooseAnother' | 'openKept'>;
  readonly ledger: string | null;
  readonly problem: StartProblem;
  readonly accounts: readonly KeptAccount[];
}

/** Causes that concern only the tables: everything in them is in the journal as well. */
const canDoWithoutTables: ReadonlySet<StartProblem['kind']> = new Set(['no-tables', 'no-room']);

/**
 * An account that is kept here could not be opened: which, why, and what helps. Beginning another one is not offered here, so that
 * nobody takes what failed for an empty computer.
 */
export function Unopened({ actions, ledger, problem, accounts }: UnopenedProps): ReactNode {
  const { text } = useText();
  const account = accounts.find((kept) => kept.ledger === ledger);
  const others = accounts.filter((kept) => kept.ledger !== ledger);
  const name = account?.name ?? null;
  return (
    <main className="first-start" data-help="begin">
      <header className="first-start-head">
        <FolderX size="2.6em" strokeWidth={1.4} aria-hidden className="unopened-icon" />
        <h1>{name === null ? text('unopened.title') : text('unopened.titleNamed', { name })}</h1>
        <p>{text('unopened.lead')}</p>
      </header>
      <div className="unopened-problem">
        <Notice tone="refusal" title={text(`start.problem.${problem.kind}`)} isLive>
          {text(`start.problem.${problem.kind}.help`)}
          {problem.detail === '' ? null : (
            <p className="quiet">{text('unopened.detail', { detail: problem.detail })}</p>
          )}
        </Notice>
      </div>
      <div className="unopened-actions">
        <Button tone="primary" size="large" onPress={() => void actions.tryAgain()}>
          {text('unopened.tryAgain')}
        </Button>
        {ledger !== null && canDoWithoutTables.has(problem.kind) ? (
          <Button size="large" onPress={() => void actions.openFromJournal()}>
            {text('unopened.fromJournal')}
          </Button>
        ) : null}
        <Button tone="quiet" size="large" onPress={() => void actions.chooseAnother()}>
          {text('unopened.another')}
        </Button>
      </div>
      {others.length === 0 ? null : (
        <KeptAccounts
          title={text('unopened.others')}
          accounts={others}
          onOpen={(other) => void actions.openKept(other)}
        />
      )}
    </main>
  );
}
