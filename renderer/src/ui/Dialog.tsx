import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ManualTarget } from '../text/manual-pages';
import { useText } from '../text/text';
import { Button } from './Button';
import { HelpButton } from './HelpButton';
import { IconButton } from './IconButton';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the bottom, the main one last. */
  readonly actions?: ReactNode | undefined;
  /** What is said at the left of the buttons, such as a live count. */
  readonly summary?: ReactNode | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  /** `alertdialog` for what must be read before anything else. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  /** Where the manual says how it is done. */
  readonly help?: ManualTarget | undefined;
}

/** What is typed into or searched in; a list that opens when it gets the keyboard is left closed. */
const firstFields =
  '.search-list-field input, .dialog-body input:not([type=checkbox], [type=radio], [type=hidden], [role=combobox]), .dialog-body textarea';

/**
 * Puts the keyboard into the first field of a dialog that nothing in it took. Over another dialog a field that asks for the
 * keyboard while it is drawn does not get it, as the one below still holds it then.
 */
function FocusOnOpening({ children }: { readonly children: ReactNode }): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const dialog = body.current?.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
      const active = document.activeElement;
      if (dialog == null || (active !== dialog && dialog.contains(active))) return;
      // What takes something away begins on its way out.
      const wanted = dialog.role === 'alertdialog' ? '.dialog-foot button' : firstFields;
      [...dialog.querySelectorAll<HTMLInputElement>(wanted)].find((one) => !one.disabled)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div className="dialog-body" ref={body}>
      {children}
    </div>
  );
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  summary,
  size = 'normal',
  role = 'dialog',
  help,
}: DialogProps): ReactNode {
  const { text } = useText();
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      // A click beside it would throw away what was typed or pasted; Escape and the cross close it.
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog-box dialog-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head" data-help={help}>
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            {help === undefined ? null : <HelpButton place={help} />}
            <IconButton label={text('ui.close')} icon={X} size="small" onPress={onClose} />
          </header>
          <FocusOnOpening>{children}</FocusOnOpening>
          {actions === undefined && summary === undefined ? null : (
            <footer className="dialog-foot">
              <div className="dialog-summary">{summary}</div>
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface EffectDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the act does beyond itself. */
  readonly children: ReactNode;
  /** What the button does, as a verb: "Delete 41 apartments". */
  readonly actName: string;
  readonly onAct: () => void;
  readonly isDisabled?: boolean | undefined;
  readonly tone?: 'danger' | 'primary' | undefined;
  readonly help?: ManualTarget | undefined;
}

/** An act that takes something away says its effect first; Cancel has the focus, so that Enter alone does nothing. */
export function EffectDialog({
  title,
  isOpen,
  onClose,
  children,
  actName,
  onAct,
  isDisabled = false,
  tone = 'danger',
  help,
}: EffectDialogProps): ReactNode {
  const { text } = useText();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      size="small"
      help={help}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button tone={tone} isDisabled={isDisabled} onPress={onAct}>
            {actName}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
