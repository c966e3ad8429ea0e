import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';

/** Puts a text on the clipboard as a copy that the person asked for; the page itself may not reach the clipboard. */
function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}

/** A long text for another computer: to be selected, or copied. */
export function CodeText({
  label,
  code,
  children,
}: {
  readonly label: string;
  readonly code: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { text } = useText();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="trust-code">
      {/* Reachable by keyboard, so that it can be selected where nothing may be copied. */}
      <p className="trust-code-text selectable" role="textbox" aria-readonly aria-label={label} tabIndex={0}>
        {code}
      </p>
      <div className="trust-code-acts">
        <Button
          icon={Copy}
          onPress={() => {
            setCopied(copyText(code));
          }}
        >
          {text('trust.invite.copy')}
        </Button>
        {children}
        <span className="quiet" role="status">
          {isCopied ? text('trust.invite.copied') : ''}
        </span>
      </div>
    </div>
  );
}
