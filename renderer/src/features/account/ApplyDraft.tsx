import type { ReactNode } from 'react';
import type { ActCall } from '../../data/session';
import { usePreview } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { PeopleEffect, PreviewLines, useTrying } from '../../parts/acting';

export interface ApplyDraftProps {
  /** `null` while nothing differs. */
  readonly call: ActCall | null;
  readonly onDone: () => void;
  readonly onGiveUp: () => void;
  /** True when people may have more or less by it. */
  readonly touchesPeople?: boolean | undefined;
}

/** Shows what the fields above would do, and does it. */
export function ApplyDraft({ call, onDone, onGiveUp, touchesPeople = false }: ApplyDraftProps): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const preview = usePreview(call);
  if (call === null) return null;

  async function apply(): Promise<void> {
    if (await trying.tryTo('draft', call, { say: true })) onDone();
  }

  return (
    <div className="account-apply">
      <PreviewLines preview={preview} />
      {touchesPeople && preview?.ok === true ? <PeopleEffect call={call} /> : null}
      {preview?.ok === true ? trying.refusedAt('draft') : null}
      <div className="property-actions">
        <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void apply()}>
          {text('ui.save')}
        </Button>
        <Button
          onPress={() => {
            trying.forget();
            onGiveUp();
          }}
        >
          {text('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
