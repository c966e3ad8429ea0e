import type { ReactNode } from 'react';
import type { Refusal, Warning } from '#core/rules/refusals';
import { Notice } from '../../ui/Notice';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { refusalSentence, warningSentence } from '../../text/refusals/refusal-sentence';

/** More of the same kind would only push the way out of sight. */
const mostShown = 5;

/** Says why something was refused, one box a reason. */
export function Refusals({
  refusals,
  isLive = false,
  actionsOf,
}: {
  readonly refusals: readonly Refusal[];
  readonly isLive?: boolean | undefined;
  /** What can be done about one of them, by its place in the list. */
  readonly actionsOf?: ((refusal: Refusal, index: number) => ReactNode) | undefined;
}): ReactNode {
  const writer = useText();
  const names = useNames();
  const shown = refusals.slice(0, mostShown);
  return (
    <>
      {shown.map((refusal, index) => {
        const sentence = refusalSentence(refusal, writer, names);
        return (
          <Notice
            key={index}
            tone="refusal"
            title={sentence.message}
            rule={sentence.rule ?? undefined}
            isLive={isLive}
            actions={actionsOf?.(refusal, index)}
          >
            {sentence.help ?? undefined}
          </Notice>
        );
      })}
      {refusals.length > mostShown ? (
        <p className="quiet">{writer.text('refusals.more', { count: refusals.length - mostShown })}</p>
      ) : null}
    </>
  );
}

/** Says what an act that is allowed leads to later. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }): ReactNode {
  const writer = useText();
  const names = useNames();
  return (
    <>
      {warnings.slice(0, mostShown).map((warning, index) => (
        <Notice key={index} tone="warning">
          {warningSentence(warning, writer, names).message}
        </Notice>
      ))}
      {warnings.length > mostShown ? (
        <p className="quiet">{writer.text('refusals.more', { count: warnings.length - mostShown })}</p>
      ) : null}
    </>
  );
}
