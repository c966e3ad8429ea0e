import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { EffectFirst, together } from '../../parts/acting';

/** Says what becomes of the calls before voice menus are removed, one or many in one act. */
export function RemoveMenus({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const menus = ids.flatMap((id) => rows.row('menus', id) ?? []);
  return (
    <EffectFirst
      help="voice-menus"
      title={text('menus.removeTitle', { count: menus.length, menu: menus[0]?.name ?? '' })}
      call={together(menus.map((menu) => ({ do: 'menu.remove' as const, args: { menuId: menu.id } })))}
      actName={text('menus.removeDo')}
      onClose={onClose}
    >
      <p>
        {text('menus.removeText', {
          users: new Set(menus.flatMap((menu) => menu.users)).size,
          groups: new Set(menus.flatMap((menu) => menu.groups)).size,
        })}
      </p>
    </EffectFirst>
  );
}
