import { Check, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Switch } from '../../ui/Switch';
import './trust.css';

const carries = ['goOn.carries.all', 'goOn.carries.history', 'goOn.carries.unsent'] as const;
const stays = ['goOn.stays.computers', 'goOn.stays.proof', 'goOn.stays.others', 'goOn.stays.place'] as const;

/** Says what carries over into a new account where every key of the old one is lost, and begins it. */
export function GoOnDialog({
  onGoOn,
  onClose,
}: {
  readonly onGoOn: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const [isSure, setSure] = useState(false);
  return (
    <Dialog
      help="protect"
      title={text('goOn.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={!isSure} onPress={onGoOn}>
            {text('goOn.do')}
          </Button>
        </>
      }
    >
      <div className="trust-page">
        <p>{text('goOn.lead')}</p>
        <h3>{text('goOn.carries')}</h3>
        <ul className="trust-points">
          {carries.map((key) => (
            <li key={key}>
              <Check size="1.1em" aria-hidden /> <span>{text(key)}</span>
            </li>
          ))}
        </ul>
        <h3>{text('goOn.stays')}</h3>
        <ul className="trust-points trust-not">
          {stays.map((key) => (
            <li key={key}>
              <X size="1.1em" aria-hidden /> <span>{text(key)}</span>
            </li>
          ))}
        </ul>
        <p className="quiet">{text('goOn.next')}</p>
        <Switch label={text('goOn.sure')} isSelected={isSure} onChange={setSure} />
      </div>
    </Dialog>
  );
}
