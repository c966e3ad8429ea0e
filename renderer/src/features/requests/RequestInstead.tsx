import { Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BlockRow } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { draftFor, requestInsteadOf, type RequestDraft } from './request-draft';
import { RequestDialog } from './RequestDialog';

function RequestButton({
  initial,
  isMain,
  children,
}: {
  readonly initial: RequestDraft;
  readonly isMain?: boolean | undefined;
  readonly children: string;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={Send} tone={isMain === true ? 'primary' : 'normal'} onPress={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen ? <RequestDialog initial={initial} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Offers a request where only the vendor can do what was tried (U9), one click away. */
export function RequestInstead({ call }: { readonly call: ActCall | null }): ReactNode {
  const { text } = useText();
  const model = useRows();
  const preview = usePreview(call);
  const isNeeded = preview?.ok === false && preview.refusals.some((refusal) => refusal.code === 'REQUEST_REQUIRED');
  const draft = isNeeded ? requestInsteadOf(call, model) : null;
  if (draft === null) return null;
  return (
    <div className="property-actions">
      <RequestButton initial={draft} isMain>
        {text('request.instead')}
      </RequestButton>
    </div>
  );
}

/** Asks the vendor about a purchase: another type, or fewer. */
export function AskVendor({ block }: { readonly block: BlockRow }): ReactNode {
  const { text } = useText();
  if (block.source !== 'purchase') return null;
  return (
    <RequestButton key={block.id} initial={draftFor(block, 'changeType')}>
      {text('request.ask')}
    </RequestButton>
  );
}
