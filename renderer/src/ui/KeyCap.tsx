import type { ReactNode } from 'react';
import './Tooltip.css';

/** Keys as they are printed on the keyboard; written `Ctrl+Shift+G`. */
export function KeyCap({ keys }: { readonly keys: string }): ReactNode {
  const caps = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return (
    <span className="key-cap">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
