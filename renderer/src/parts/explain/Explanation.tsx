import { useDeferredValue, type ReactNode } from 'react';
import type { ExplainStep } from '#core/queries/explain';
import type { Amount } from '#core/queries/pool';
import type { Remedy } from '#core/queries/remedy';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { remedyWords } from './remedy-words';
import './explain.css';

function PathSteps({
  path,
  binding,
  isRefusal,
}: {
  readonly path: readonly ExplainStep[];
  readonly binding: string | null;
  readonly isRefusal: boolean;
}): ReactNode {
  const { text, number } = useText();
  const write = (amount: Amount): string => (amount === 'unlimited' ? text('ui.unlimited') : number(amount));
  return (
    <ol className="explain-path">
      {path.map((step) => (
        <li key={step.groupId} data-binding={step.groupId === binding}>
          <span className="explain-name">{step.name}</span>
          <span className="figure">
            {text('allocate.step', { available: write(step.available), nominal: write(step.nominal) })}
          </span>
          {step.groupId === binding ? (
            <Badge tone={isRefusal ? 'danger' : 'accent'}>{text('allocate.binding')}</Badge>
          ) : null}
          <span className="explain-use">
            {text(step.resource === undefined ? 'explain.use' : 'explain.resourceUse', {
              assigned: step.assigned,
              allocatedOut: step.allocatedOut,
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function RemedyLines({ remedy }: { readonly remedy: Remedy }): ReactNode {
  const writer = useText();
  const names = useNames();
  const { missing, steps, wait } = remedyWords(remedy, writer, names);
  return (
    <div className="explain-remedy">
      <p>{missing}</p>
      {steps.length === 0 ? null : (
        <>
          <p className="field-label">{writer.text('explain.help')}</p>
          <ol className="explain-steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {wait === null ? null : <p>{wait}</p>}
    </div>
  );
}

/** The way from the account down to the pool that is drawn on, what each has left, which of them decides, and what would help. As of today, when it would be done. */
export function Explanation({ call }: { readonly call: ActCall }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const { today } = useDay();
  const asked = useDeferredValue(call);
  const explained = useAnswer('explain', { do: asked.do, args: asked.args }, today);
  if (isRefused(explained) || explained.path.length === 0) return null;
  const { path, binding, remedy, outcome } = explained;
  const [first] = path;
  const what =
    first?.resource === undefined
      ? first?.typeId == null
        ? null
        : names.type(first.typeId)
      : names.resource(first.resource);
  return (
    <div className="explanation">
      <p className="field-label">{what === null ? text('allocate.path') : text('explain.path', { what })}</p>
      <PathSteps path={path} binding={binding} isRefusal={remedy !== null} />
      {remedy === null ? null : <RemedyLines remedy={remedy} />}
      {outcome.ok ? <p className="quiet">{text('explain.fits')}</p> : null}
    </div>
  );
}
