import { PhoneForwarded } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { PropertySection } from '../../ui/PropertyList';
import { VoiceMenusDialog } from './VoiceMenusDialog';

/** The voice menus of a group, in its properties. */
export function VoiceMenuSection({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const menus = useAnswer('menus', { groupId, subgroups: false });
  const [isOpen, setOpen] = useState(false);
  if (isRefused(menus)) return null;
  return (
    <PropertySection title={text('menus.title')} words={['voiceMenu']}>
      {menus.length === 0 ? (
        <p className="quiet">{text('menus.noneHere')}</p>
      ) : (
        <ul>
          {menus.map((menu) => (
            <li key={menu.id}>
              {menu.name}
              <span className="quiet">
                {' '}
                · {text(`menuKind.${menu.kind}`)},{' '}
                {text('menus.members', { users: menu.users.length, groups: menu.groups.length })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="property-actions">
        <Button icon={PhoneForwarded} onPress={() => setOpen(true)}>
          {text('menus.open')}
        </Button>
      </div>
      {isOpen ? <VoiceMenusDialog groupId={groupId} onClose={() => setOpen(false)} /> : null}
    </PropertySection>
  );
}
