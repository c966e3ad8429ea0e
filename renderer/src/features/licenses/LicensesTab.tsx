import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { EmptyState } from '../../ui/EmptyState';

/** The licenses of a group. */
export function LicensesTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  return <EmptyState key={groupId} icon={KeyRound} title={text('licenses.title')} />;
}
