import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Popover } from '../../ui/Popover';
import { Explanation } from './Explanation';

export interface WhyProps {
  /** The act whose amount is asked about. */
  readonly call: ActCall;
  /** What is asked about, where more than one question stands side by side. */
  readonly about?: string | undefined;
}

/** A small question beside an amount: where it comes from, who limits it, what would help. Worked out when it is asked. */
export function Why({ call, about }: WhyProps): ReactNode {
  const { text } = useText();
  const label = about === undefined ? text('explain.title') : text('explain.titleOf', { what: about });
  return (
    <Popover
      help="licenses"
      label={label}
      trigger={
        <Button
          tone="quiet"
          size="small"
          icon={CircleHelp}
          {...(about === undefined ? {} : { 'aria-label': text('explain.whyOf', { what: about }) })}
        >
          {text('explain.why')}
        </Button>
      }
    >
      <Explanation call={call} />
    </Popover>
  );
}

/** Tells whether a refusal is about an amount, so that a pool and its figures can explain it. */
export function isAboutAmount(refusal: Refusal): boolean {
  return typeof refusal['pool'] === 'string' && typeof refusal['limit'] === 'number';
}
