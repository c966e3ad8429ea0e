import { Ellipsis, PanelLeft, PanelRight, Search, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { commandChoices, keysOf, useCommands, type CommandId } from '../parts/commands';
import { Emblem } from '../features/first-start';
import { useRows } from '../state/model-hooks';
import { useDay, usePane } from '../state/view-hooks';
import { useText } from '../text/text';
import { DayField } from '../ui/DayField';
import { IconButton } from '../ui/IconButton';
import { KeyCap } from '../ui/KeyCap';
import { Menu } from '../ui/Menu';
import { usePropertiesPane } from './use-properties-pane';

const aboutCommands: readonly CommandId[] = [
  'account.properties',
  'account.contract',
  'account.catalogue',
  'account.requests',
  'account.roles',
  'account.administrators',
];
const accountCommands: readonly CommandId[] = [
  'account.synchronise',
  'account.attention',
  'account.others',
  'account.reminders',
  'account.openFile',
  'account.saveFile',
  'account.share',
];

/** The account, search and commands, the day that is looked at, and how it all looks. */
export function TopBar(): ReactNode {
  const writer = useText();
  const { text } = writer;
  const rows = useRows();
  const registry = useCommands();
  const { day, isToday, lookAt } = useDay();
  const tree = usePane('tree');
  const properties = usePropertiesPane();
  return (
    <header className="top-bar" data-pane="top">
      <div className="top-bar-account">
        <IconButton
          label={text('shell.tree')}
          keys={keysOf('look.treePane')}
          icon={PanelLeft}
          isActive={tree.shown}
          onPress={() => tree.show(!tree.shown)}
        />
        <Emblem />
        <span className="top-bar-name">{rows.root.name}</span>
      </div>
      <Button className="top-bar-search" onPress={() => void registry.run('look.palette')}>
        <Search size="1.1em" aria-hidden />
        <span>{text('shell.search')}</span>
        <KeyCap keys={keysOf('look.palette') ?? ''} />
      </Button>
      <div className="top-bar-end">
        <div className={isToday ? 'top-bar-day' : 'top-bar-day top-bar-day-other'}>
          <DayField label={text('shell.day')} hideLabel value={day} canClear={false} onChange={lookAt} />
        </div>
        <IconButton
          label={text('settings.title')}
          keys={keysOf('account.settings')}
          icon={Settings}
          onPress={() => void registry.run('account.settings')}
        />
        <Menu
          label={text('shell.more')}
          placement="bottom end"
          trigger={<IconButton label={text('shell.more')} icon={Ellipsis} />}
          groups={() => [
            { id: 'about', choices: commandChoices(aboutCommands, registry, writer) },
            { id: 'account', choices: commandChoices(accountCommands, registry, writer) },
            { id: 'help', choices: commandChoices(['help.manual', 'help.whatsNew', 'look.keys'], registry, writer) },
            { id: 'close', choices: commandChoices(['account.close'], registry, writer) },
          ]}
        />
        <IconButton
          label={text('shell.properties')}
          keys={keysOf('look.propertiesPane')}
          icon={PanelRight}
          isActive={properties.shown}
          onPress={() => properties.show(!properties.shown)}
        />
      </div>
    </header>
  );
}
