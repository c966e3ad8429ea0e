import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { EmptyState } from '../../ui/EmptyState';

/** The people of a group. */
export function PeopleTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  return <EmptyState key={groupId} icon={Users} title={text('people.title')} />;
}
