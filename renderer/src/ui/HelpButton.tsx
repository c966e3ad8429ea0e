import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ManualTarget } from '../text/manual-pages';
import { useText } from '../text/text';
import { useHelp } from './help';
import { IconButton } from './IconButton';

/** Opens the page of the manual about what it stands beside; F1 does the same. */
export function HelpButton({ place }: { readonly place: ManualTarget }): ReactNode {
  const { text } = useText();
  const open = useHelp();
  if (open === null) return null;
  return (
    <IconButton
      label={text('manual.about')}
      keys="F1"
      icon={CircleQuestionMark}
      size="small"
      onPress={() => open(place)}
    />
  );
}
