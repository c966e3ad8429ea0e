import { Hash } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { EmptyState } from '../../ui/EmptyState';

/** The numbers of a group. */
export function NumbersTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  return <EmptyState key={groupId} icon={Hash} title={text('numbers.title')} />;
}
