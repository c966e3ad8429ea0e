import type { ReactNode } from 'react';
import { useText } from '../text/text';
import './Tooltip.css';

/** Keys as the keyboards of the language print them; written `Ctrl+Shift+G`. */
export function KeyCap({ keys }: { readonly keys: string }): ReactNode {
  const { text, has } = useText();
  const caps = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return (
    <span className="key-cap">
      {caps.map((cap) => {
        const printed = `ui.key.${cap}`;
        return <kbd key={cap}>{has(printed) ? text(printed) : cap}</kbd>;
      })}
    </span>
  );
}
