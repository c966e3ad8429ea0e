import type { ReactNode } from 'react';
import { useText } from '../text/text';
import './Tooltip.css';

/** Keys as the keyboards of the language print them; written `Ctrl+Shift+G`, and `Home End` for either of two. */
export function KeyCap({ keys }: { readonly keys: string }): ReactNode {
  const { text, has } = useText();
  const print = (key: string): string => {
    const printed = `ui.key.${key}`;
    return has(printed) ? text(printed) : key;
  };
  const caps = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return (
    <span className="key-cap">
      {caps.map((cap) => (
        <kbd key={cap}>{cap.split(' ').map(print).join(' ')}</kbd>
      ))}
    </span>
  );
}
