import { PhoneForwarded, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { MenuAnswer } from '#core/queries/menus';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { NewMenuDialog } from './NewMenuDialog';
import { VoiceMenu } from './VoiceMenu';
import './menus.css';

function MenuList({
  menus,
  chosen,
  onChoose,
}: {
  readonly menus: readonly MenuAnswer[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <ListBox
      className="list-box menu-list"
      aria-label={text('menus.title')}
      items={menus}
      dependencies={[text, names]}
      selectionMode="single"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) onChoose(String(first));
      }}
    >
      {(menu) => (
        <ListBoxItem id={menu.id} textValue={menu.name} className="list-option">
          <span className="list-option-text">
            <span>{menu.name}</span>
            <span className="list-option-hint">
              {text(`menuKind.${menu.kind}`)} · {names.group(menu.groupId)}
            </span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** The voice menus of a group and of everything in it: who and what they lead to. */
export function VoiceMenusDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const menus = useAnswer('menus', { groupId, subgroups: true });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const present = isRefused(menus) ? [] : menus;
  const chosen = present.find((menu) => menu.id === chosenId) ?? present[0];
  const make = (
    <Button icon={Plus} onPress={() => setMaking(true)}>
      {text('menus.new')}
    </Button>
  );

  return (
    <Dialog
      help="voice-menus"
      title={text('menus.of', { group: names.group(groupId) })}
      isOpen
      onClose={onClose}
      size="large"
      summary={text('menus.summary')}
      actions={make}
    >
      {isRefused(menus) ? (
        <Refusals refusals={menus.refusals} />
      ) : chosen === undefined ? (
        <EmptyState icon={PhoneForwarded} title={text('menus.none')}>
          {text('menus.noneText')}
        </EmptyState>
      ) : (
        <div className="menu-columns">
          <MenuList menus={present} chosen={chosen.id} onChoose={setChosenId} />
          <VoiceMenu key={chosen.id} menu={chosen} />
        </div>
      )}
      {isMaking ? <NewMenuDialog groupId={groupId} onMade={setChosenId} onClose={() => setMaking(false)} /> : null}
    </Dialog>
  );
}
