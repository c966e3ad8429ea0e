import { Save } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { LetterAsked } from '#core/ledger/grant-letters';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { GrantProblemNotice } from './GrantProblemNotice';
import { OwnWords } from './OwnWords';
import { useSaving } from './use-saving';
import './grants.css';

/** Page behind an act: the file that the other account has to get, and the words by which it knows this computer. */
export function PassedOn({
  title,
  children,
  asked,
  name,
  onClose,
}: {
  readonly title: string;
  readonly children: string;
  readonly asked: Exclude<LetterAsked, { readonly kind: 'address' }>;
  /** What the other account is called. */
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const { save, problem, said } = useSaving();
  const first = useRef(save);
  const { kind, id } = asked;
  useEffect(() => {
    // The file is what was asked for: where it goes is asked at once, and again by the button.
    void first.current({ kind, id }, name);
  }, [kind, id, name]);
  return (
    <Dialog
      help="between-accounts"
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      summary={<span role="status">{said}</span>}
      actions={
        <>
          <Button icon={Save} onPress={() => void save(asked, name)}>
            {text(`grants.file.${kind}`)}
          </Button>
          <Button tone="primary" autoFocus onPress={onClose}>
            {text('ui.close')}
          </Button>
        </>
      }
    >
      <div className="grants-page">
        <Notice tone="success">{children}</Notice>
        {problem === null ? null : <GrantProblemNotice problem={problem} />}
        <OwnWords />
      </div>
    </Dialog>
  );
}
