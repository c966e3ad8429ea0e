import { PhoneForwarded } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useGoTo } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { PropertySection } from '../../ui/PropertyList';

/** The voice menus of a group, in its properties, with the way to each. */
export function VoiceMenuSection({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const goTo = useGoTo();
  const menus = useAnswer('menus', { groupId, subgroups: false });
  if (isRefused(menus)) return null;
  const show = (id: string | null): void =>
    goTo({
      groupId,
      tab: 'menus',
      selection: id === null ? { kind: 'group', ids: [groupId] } : { kind: 'menu', ids: [id] },
    });
  return (
    <PropertySection title={text('menus.title')} words={['voiceMenu']}>
      {menus.length === 0 ? (
        <p className="quiet">{text('menus.noneHere')}</p>
      ) : (
        <ul className="menu-ways">
          {menus.map((menu) => (
            <li key={menu.id}>
              <Button tone="quiet" size="small" onPress={() => show(menu.id)}>
                {menu.name}
              </Button>
              <span className="quiet">
                {text(`menuKind.${menu.kind}`)},{' '}
                {text('menus.members', { users: menu.users.length, groups: menu.groups.length })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="property-actions">
        <Button icon={PhoneForwarded} onPress={() => show(null)}>
          {text('menus.open')}
        </Button>
      </div>
    </PropertySection>
  );
}
