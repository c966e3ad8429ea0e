import { LockKeyhole } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { StartActions } from '../../state/start-hooks';
import type { TrustProblem } from '../../state/trust-problem';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { markLocked } from '../../ui/locked';
import { TextField } from '../../ui/TextField';
import { TrustProblemNotice } from './TrustProblemNotice';
import './lock.css';

/** Remembers where the keyboard is, in a field to the letter; answers how to get back there. */
function keyboardPlace(): () => void {
  const place = document.activeElement;
  if (!(place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement))
    return () => (place instanceof HTMLElement ? place.focus() : undefined);
  const { selectionStart, selectionEnd } = place;
  return () => {
    place.focus();
    if (selectionStart !== null) place.setSelectionRange(selectionStart, selectionEnd);
  };
}

export interface LockCoverProps {
  readonly actions: Pick<StartActions, 'unlock' | 'putAside' | 'closeAccount' | 'chooseAnother'>;
  /** Whether the account was open before it locked; what was typed is still there below. */
  readonly isOver: boolean;
}

/**
 * Covers the window until the passphrase of this computer is given. It is a dialog of the browser's own, because those lie above
 * every other and take the keyboard from them; what lies below stays as it is and is not drawn.
 */
export function LockCover({ actions, isOver }: LockCoverProps): ReactNode {
  const { text } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<TrustProblem | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [hasForgotten, setForgotten] = useState(false);

  useLayoutEffect(() => {
    const cover = dialog.current;
    const goBack = keyboardPlace();
    markLocked(true);
    cover?.showModal();
    return () => {
      markLocked(false);
      cover?.close();
      goBack();
    };
  }, []);
  useEffect(() => field.current?.focus(), []);

  async function unlock(): Promise<void> {
    if (passphrase === '' || isTrying) return;
    setTrying(true);
    const found = await actions.unlock(passphrase);
    setTrying(false);
    setProblem(found);
    if (found !== null) setPassphrase('');
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="lock-cover"
      data-react-aria-top-layer="true"
      aria-labelledby="lock-cover-title"
      // A file or a text that is dropped here is for nobody below.
      onDragOver={(event) => event.stopPropagation()}
      onDrop={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      <form
        className="lock-page"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <LockKeyhole className="lock-mark" size="2.5em" aria-hidden />
        <h1 id="lock-cover-title">{text('lock.title')}</h1>
        <p className="quiet">{text(isOver ? 'lock.lead' : 'lock.leadStart')}</p>
        {problem === null ? null : <TrustProblemNotice problem={problem} />}
        <TextField
          label={text('lock.passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
        />
        <Button tone="primary" isDisabled={passphrase === '' || isTrying} onPress={() => void unlock()}>
          {text('lock.unlock')}
        </Button>
        {hasForgotten ? (
          <section className="lock-forgotten" aria-label={text('lock.forgotten')}>
            <p>{text('lock.forgottenText')}</p>
            <div className="lock-ways">
              <Button onPress={() => void (isOver ? actions.closeAccount() : actions.chooseAnother())}>
                {text('lock.another')}
              </Button>
              <Button tone="danger" onPress={() => void actions.putAside()}>
                {text('lock.putAside')}
              </Button>
            </div>
          </section>
        ) : (
          <Button tone="quiet" onPress={() => setForgotten(true)}>
            {text('lock.forgotten')}
          </Button>
        )}
      </form>
    </dialog>,
    document.body,
  );
}
