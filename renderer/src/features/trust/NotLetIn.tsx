import { RefreshCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { StartActions, StartState } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { CodeText } from './CodeText';
import { GoOnDialog } from './GoOnDialog';
import { InvitationField } from './InvitationField';
import { SixWords } from '../../ui/SixWords';
import { TrustProblemNotice } from './TrustProblemNotice';
import './trust.css';

export interface NotLetInProps {
  readonly state: Extract<StartState, { readonly kind: 'notLetIn' }>;
  readonly actions: Pick<
    StartActions,
    'lookWhetherLetIn' | 'letInByInvitation' | 'letInByWords' | 'closeAccount' | 'goOnAnew'
  >;
}

/** This computer is not let in: it asks with a line and six words, takes up an invitation, or has the printed words. */
export function NotLetIn({ state, actions }: NotLetInProps): ReactNode {
  const { text } = useText();
  const { asking, problem, isTrying } = state;
  const [invitation, setInvitation] = useState('');
  const [words, setWords] = useState('');
  const [isGoingOn, setGoingOn] = useState(false);
  return (
    <main className="not-let-in" data-help="protect">
      <header>
        <h1>{text('trust.notIn.title')}</h1>
        <p className="quiet">{text('trust.notIn.lead')}</p>
      </header>
      {problem === null ? null : <TrustProblemNotice problem={problem} />}
      {asking === null ? null : (
        <section className="not-let-in-way" aria-label={text('trust.notIn.ask')}>
          <h2>{text('trust.notIn.ask')}</h2>
          <p className="quiet">{text('trust.notIn.askText')}</p>
          <SixWords label={text('trust.asking.words')} words={asking.words} />
          <CodeText label={text('trust.notIn.line')} code={asking.text} />
          <Button tone="primary" icon={RefreshCw} isDisabled={isTrying} onPress={() => void actions.lookWhetherLetIn()}>
            {text('trust.notIn.look')}
          </Button>
        </section>
      )}
      <section className="not-let-in-way" aria-label={text('trust.notIn.invited')}>
        <h2>{text('trust.notIn.invited')}</h2>
        <InvitationField value={invitation} onChange={setInvitation} />
        <Button
          isDisabled={invitation.trim() === '' || isTrying}
          onPress={() => void actions.letInByInvitation(invitation)}
        >
          {text('trust.invited.do')}
        </Button>
      </section>
      <section className="not-let-in-way" aria-label={text('trust.notIn.words')}>
        <h2>{text('trust.notIn.words')}</h2>
        <p className="quiet">{text('trust.notIn.wordsText')}</p>
        <TextField label={text('trust.notIn.wordsLabel')} lines="many" value={words} onChange={setWords} />
        <Button isDisabled={words.trim() === '' || isTrying} onPress={() => void actions.letInByWords(words)}>
          {text('trust.notIn.wordsDo')}
        </Button>
      </section>
      {state.canGoOn === true ? (
        <section className="not-let-in-way" aria-label={text('goOn.way')}>
          <h2>{text('goOn.way')}</h2>
          <p className="quiet">{text('goOn.wayText')}</p>
          <Button isDisabled={isTrying} onPress={() => setGoingOn(true)}>
            {text('goOn.open')}
          </Button>
        </section>
      ) : null}
      {isGoingOn ? <GoOnDialog onGoOn={() => void actions.goOnAnew()} onClose={() => setGoingOn(false)} /> : null}
      <footer>
        <Button tone="quiet" onPress={() => void actions.closeAccount()}>
          {text('trust.notIn.back')}
        </Button>
        <span className="quiet" role="status">
          {isTrying ? text('trust.notIn.trying') : ''}
        </span>
      </footer>
    </main>
  );
}
