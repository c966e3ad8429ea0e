import { useMemo, useState, type ReactNode } from 'react';
import { groupedNumber } from '#core/kernel/phone-number';
import type { MenuAnswer } from '#core/queries/menus';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { Choice } from '../../ui/choice';
import { ActDialog } from '../../parts/acting';
import { Finder } from '../../parts/tables';
import { groupChoices, nearestFirst } from '../../parts/groups';
import { typesHeld } from './group-members';

/** Group, person or number that is added to a menu. */
export type Adding = 'user' | 'group' | 'number';

/** Everything of a kind that a menu does not have yet. */
function useChoices(menu: MenuAnswer, adding: Adding): readonly Choice[] {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const free = useAnswer('numbers', { free: true });
  return useMemo(() => {
    const choices: Choice[] = [];
    if (adding === 'number') {
      if (isRefused(free)) return choices;
      return free
        .filter((number) => number.kind !== 'mobile')
        .map((number) => ({
          id: number.id,
          name: groupedNumber(number.value),
          hint: text(`numberKind.${number.kind}`),
        }));
    }
    if (adding === 'user') {
      const held = typesHeld(rows);
      for (const user of nearestFirst(rows, menu.groupId, rows.rows('users')))
        if (user.lifecycle !== 'archived' && !menu.users.includes(user.id)) {
          const typeId = held.get(user.id);
          choices.push({
            id: user.id,
            name: user.name,
            hint: `${names.group(user.groupId)} · ${typeId === undefined ? text('menus.noLicense') : names.type(typeId)}`,
          });
        }
      // A menu is for those who can be called, colleagues before others.
      return [...choices.filter((choice) => held.has(choice.id)), ...choices.filter((choice) => !held.has(choice.id))];
    }
    return groupChoices(rows, (id) => menu.groups.includes(id));
  }, [adding, menu, rows, names, text, free]);
}

export interface AddToMenuDialogProps {
  readonly menu: MenuAnswer;
  readonly adding: Adding;
  readonly callFor: (id: string) => ActCall;
  readonly onClose: () => void;
}

/** A person, a group or a number for a menu; whether it may be added is said before the click. */
export function AddToMenuDialog({ menu, adding, callFor, onClose }: AddToMenuDialogProps): ReactNode {
  const { text } = useText();
  const choices = useChoices(menu, adding);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ActDialog
      help="voice-menus"
      title={text(`menus.addTitle.${adding}`, { menu: menu.name })}
      call={chosen === null ? null : callFor(chosen)}
      actName={text('menus.addDo')}
      onClose={onClose}
    >
      <Finder
        label={text(`menus.find.${adding}`)}
        listLabel={text(`menus.choices.${adding}`)}
        choices={choices}
        chosen={chosen}
        onChoose={setChosen}
      />
    </ActDialog>
  );
}
