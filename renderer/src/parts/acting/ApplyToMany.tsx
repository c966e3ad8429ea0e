import { useMemo, useState, type ReactNode } from 'react';
import { canonicalJson } from '#core/kernel/json';
import type { Refusal } from '#core/rules/refusals';
import { usePreview, useReading } from '../../state/model-hooks';
import { refusalSentence } from '../../text/refusals/refusal-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { PreviewLines } from './ActDialog';
import { ExplainedRefusals } from './ExplainedRefusals';
import type { OneOfMany } from './many';
import { together } from './together';
import { useActing } from './use-acting';

const mostNamed = 4;
/** Beyond this, working out each of them at every key would hold up typing; the rules answer when it is applied. */
const mostChecked = 2_000;

interface Cannot {
  readonly sentence: string;
  readonly rule: string | undefined;
  readonly names: readonly string[];
}

/** Those that cannot, by the reason, the reason of most first. */
function byReason(
  refused: readonly { readonly name: string; readonly refusal: Refusal }[],
  sentenceOf: (refusal: Refusal) => string,
): readonly Cannot[] {
  const reasons = new Map<
    string,
    { readonly sentence: string; readonly rule: string | undefined; readonly names: string[] }
  >();
  for (const { name, refusal } of refused) {
    const sentence = sentenceOf(refusal);
    const known = reasons.get(sentence);
    if (known === undefined) reasons.set(sentence, { sentence, rule: refusal.rule, names: [name] });
    else known.names.push(name);
  }
  return [...reasons.values()].sort((one, other) => other.names.length - one.names.length);
}

export interface ApplyToManyProps {
  /** Everything that is selected; what needs nothing has no calls. */
  readonly items: readonly OneOfMany[];
  readonly onDone: () => void;
  /** Gives up what was typed. */
  readonly onCancel: () => void;
}

/** Shows what several things would become, who of them cannot and why, and the act for all or for the others: one step. */
export function ApplyToMany({ items, onDone, onCancel }: ApplyToManyProps): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const names = useNames();
  const { previewEach } = useReading();
  const act = useActing();
  const [refusedNow, setRefusedNow] = useState<readonly Refusal[]>([]);
  const asked = items.filter((item) => item.calls.length > 0);
  const isChecked = asked.length <= mostChecked;
  const key = isChecked ? canonicalJson(asked.map((item) => item.calls)) : '';
  const answers = useMemo(
    () => (key === '' ? [] : previewEach(asked.flatMap((item) => together(item.calls) ?? []))),
    // What is asked and the account decide; the list itself is made anew by every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [previewEach, key],
  );
  const can = asked.filter((_, index) => (answers[index] ?? []).length === 0);
  const cannot = asked.flatMap((item, index) =>
    (answers[index] ?? []).slice(0, 1).map((refusal) => ({ name: item.name, refusal })),
  );
  const call = together(can.flatMap((item) => item.calls));
  const preview = usePreview(isChecked ? call : null);
  if (asked.length === 0) return null;

  const reasons = byReason(cannot, (refusal) => {
    const { message, help } = refusalSentence(refusal, writer, names);
    return help === null ? message : `${message} ${help}`;
  });
  async function apply(): Promise<void> {
    if (call === null) return;
    setRefusedNow([]);
    const outcome = await act(call, { say: true, keepRefusals: true });
    if (outcome.ok) onDone();
    else if (outcome.kind === 'refused') setRefusedNow(outcome.refusals);
  }
  function namesIn(all: readonly string[]): string {
    return list(
      all.length <= mostNamed + 1
        ? all
        : [...all.slice(0, mostNamed), text('many.others', { count: all.length - mostNamed })],
    );
  }

  return (
    <div className="apply-to-many" role="group" aria-label={text('many.label')}>
      <div className="apply-to-many-says" {...(cannot.length === 0 ? {} : { tabIndex: 0 })}>
        {cannot.length === 0 ? null : (
          <Notice
            tone="refusal"
            title={text('many.cannot', { count: cannot.length, total: asked.length })}
            rule={reasons[0]?.rule}
            isLive
          >
            <ul className="cannot-lines">
              {reasons.map(({ sentence, names: all }) => (
                <li key={sentence}>
                  <strong>{namesIn(all)}</strong>: {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {asked.length < items.length ? (
          <p className="quiet">{text('many.already', { count: items.length - asked.length })}</p>
        ) : null}
        {preview === null ? null : <PreviewLines preview={preview} call={call} />}
        {preview?.ok !== false ? <ExplainedRefusals refusals={refusedNow} call={call} isLive /> : null}
      </div>
      <div className="property-actions">
        <Button tone="primary" isDisabled={isChecked && preview?.ok !== true} onPress={() => void apply()}>
          {text(cannot.length === 0 || can.length === 0 ? 'many.apply' : 'many.applyOthers', { count: can.length })}
        </Button>
        <Button onPress={onCancel}>{text('ui.cancel')}</Button>
      </div>
    </div>
  );
}
