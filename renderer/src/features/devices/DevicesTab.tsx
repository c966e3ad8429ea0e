import { MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { EmptyState } from '../../ui/EmptyState';

/** The devices of a group. */
export function DevicesTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  return <EmptyState key={groupId} icon={MonitorSmartphone} title={text('devices.title')} />;
}
