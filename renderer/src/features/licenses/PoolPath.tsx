import { useDeferredValue, type ReactNode } from 'react';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';

/** The way from the account down to the pool that decides, with what each has left; and the smallest thing that would help. */
export function PoolPath({ call }: { readonly call: ActCall }): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const asked = useDeferredValue(call);
  const explained = useAnswer('explain', { do: asked.do, args: asked.args });
  if (isRefused(explained) || explained.path.length === 0) return null;
  const { path, binding, remedy } = explained;
  return (
    <div className="pool-path">
      <p className="field-label">{text('allocate.path')}</p>
      <ol>
        {path.map((step) => (
          <li key={step.groupId} data-binding={step.groupId === binding}>
            <span>{step.name}</span>
            <span className="figure">{text('allocate.step', { available: step.available === 'unlimited' ? text('ui.unlimited') : number(step.available), nominal: step.nominal })}</span>
            {step.groupId === binding ? <Badge tone="accent">{text('allocate.binding')}</Badge> : null}
          </li>
        ))}
      </ol>
      {remedy?.kind === 'moreUnits' ? <p className="quiet">{text('allocate.remedy', { units: Number(remedy['units']), pool: names.group(remedy['pool']) })}</p> : null}
    </div>
  );
}
