import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer, useAttention } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { AttentionItemCard } from './AttentionItemCard';
import { VoidCommits } from './VoidCommits';
import './attention.css';

/** Everything of mine that could not be kept as I meant it, one by one or all alike. */
export function AttentionDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { items, drop, retry } = useAttention();
  const { text } = useText();
  const voided = useAnswer('voided', {});
  const hasVoid = !isRefused(voided) && voided.length > 0;

  async function each(handle: (id: string) => Promise<unknown>): Promise<void> {
    for (const item of items) await handle(item.id);
  }

  return (
    <Dialog
      help="attention"
      title={text('attention.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="normal"
      actions={
        items.length < 2 ? undefined : (
          <>
            <Button tone="quiet" onPress={() => void each(drop)}>
              {text('attention.dropAll')}
            </Button>
            <Button onPress={() => void each((id) => retry(id))}>{text('attention.retryAll')}</Button>
          </>
        )
      }
    >
      {items.length === 0 && !hasVoid ? (
        <EmptyState icon={CircleCheck} title={text('attention.empty')}>
          {text('attention.emptyText')}
        </EmptyState>
      ) : (
        <>
          {items.length === 0 ? null : <p className="quiet">{text('attention.intro')}</p>}
          {items.map((item) => (
            <AttentionItemCard key={item.id} item={item} />
          ))}
          <VoidCommits />
        </>
      )}
    </Dialog>
  );
}
