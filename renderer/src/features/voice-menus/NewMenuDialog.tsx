import type { ReactNode } from 'react';
import type { MenuRow } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { useRows } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { ActDialog } from '../../parts/acting';

export interface NewMenuDialogProps {
  readonly groupId: string;
  /** With the id of the new menu. */
  readonly onMade: (menuId: string) => void;
  readonly onClose: () => void;
}

export function NewMenuDialog({ groupId, onMade, onClose }: NewMenuDialogProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const draft = useKeptDraft<{ readonly name: string; readonly kind: MenuRow['kind'] }>(`menu in ${groupId}`, {
    name: '',
    kind: 'ivr',
  });
  const { name, kind } = draft.value;
  const call: ActCall | null = name.trim() === '' ? null : { do: 'menu.create', args: { groupId, name, kind } };

  function showNewest(): void {
    draft.forget();
    // Rows are in the order in which they were made.
    const own = [...model.rows('menus')].filter((menu) => menu.groupId === groupId && menu.name === name.trim());
    const newest = own.at(-1);
    if (newest !== undefined) onMade(newest.id);
  }

  return (
    <ActDialog
      help="voice-menus"
      title={text('menus.newTitle', { group: names.group(groupId) })}
      call={call}
      actName={text('menus.newDo')}
      onClose={onClose}
      onDone={showNewest}
    >
      <TextField
        label={text('menus.name')}
        value={name}
        onChange={(typed) => draft.set({ name: typed, kind })}
        autoFocus
      />
      <RadioGroup<MenuRow['kind']>
        label={text('menus.kind')}
        value={kind}
        onChange={(chosen) => draft.set({ name, kind: chosen })}
        choices={[
          { id: 'ivr', name: text('menuKind.ivr'), hint: text('menus.ivrHint') },
          { id: 'queue', name: text('menuKind.queue'), hint: text('menus.queueHint') },
        ]}
      />
    </ActDialog>
  );
}
