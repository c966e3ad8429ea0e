import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { KeyCap } from './KeyCap';
import './Tooltip.css';

/** A tip on something focusable: what it is called, and its keys. */
export function Tooltip({
  text,
  keys,
  children,
}: {
  readonly text: ReactNode;
  readonly keys?: string | undefined;
  readonly children: ReactElement;
}): ReactNode {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {keys === undefined ? null : <KeyCap keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
