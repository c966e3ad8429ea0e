import type { ReactNode } from 'react';
import { About } from '../features/about';
import { Account } from '../features/account';
import {
  runOnceThere,
  useCommandHandlers,
  useCommands,
  type CommandHandler,
  type CommandHandlers,
  type CommandId,
} from '../parts/commands';
import { useUndoRedo } from '../features/history';
import { Costs } from '../features/costs';
import { LicenseCommands } from '../features/licenses';
import { NumberCommands } from '../features/numbers';
import { PeopleCommands } from '../features/people';
import { useManual } from '../features/manual';
import { Tour } from '../features/tour';
import { Reservations } from '../features/reservations';
import { Plans } from '../features/plans';
import { hasPortfolio } from '../features/portfolio';
import { Reminders } from '../features/reminders';
import { usePreparedSearch } from '../parts/search';
import { RenewCommand } from '../parts/renewing';
import { Settings } from '../features/settings';
import { SmartListCommands } from '../features/smart-lists';
import { WhatIf } from '../parts/what-if';
import { useSession } from '../state/session-context';
import { useSynchronise } from '../state/sync-hooks';
import { useChosenGroup, useDay, usePane, useTab, useTheme } from '../state/view-hooks';
import type { Tab } from '../state/view-store';
import { useLanguageChoice } from '../text/language';
import { useTypeSize, normalSize } from '../ui/type-size';
import { useStart } from './start-context';
import { useEditSelected } from './use-edit-selected';
import { usePaneFocus } from './use-pane-focus';
import { usePropertiesPane } from './use-properties-pane';

/** Dialog or list that lies over the window. */
export type OpenOverlay = 'palette' | 'search' | 'keys' | 'attention' | null;

/** Does the commands of the window as a whole. */
export function WindowCommands({ onOpen }: { readonly onOpen: (overlay: OpenOverlay) => void }): ReactNode {
  const registry = useCommands();
  const { undoable, redoable, undo, redo } = useUndoRedo();
  const { tab: openedTab, openTab } = useTab();
  const { groupId } = useChosenGroup();
  const { model } = useSession();
  const { isToday, lookAt } = useDay();
  const { theme, setTheme } = useTheme();
  const { size, larger, smaller, setSize } = useTypeSize();
  const [language, chooseLanguage] = useLanguageChoice();
  const synchronise = useSynchronise();
  const start = useStart();
  const manual = useManual();
  const tree = usePane('tree');
  const properties = usePropertiesPane();
  const tab = (name: Tab): CommandHandler => ({ run: () => openTab(name), isChecked: () => openedTab === name });
  const inTab = (name: Tab, id: CommandId): CommandHandler => ({
    run: () => {
      openTab(name);
      runOnceThere(registry, id);
    },
    bringsItsPart: true,
  });
  const tabs: CommandHandlers = {
    'look.overview': tab('overview'),
    'look.licenses': tab('licenses'),
    'look.people': tab('people'),
    'look.numbers': tab('numbers'),
    'look.menus': tab('menus'),
    'look.devices': tab('devices'),
    'look.history': tab('history'),
    'look.forecast': tab('forecast'),
    'look.portfolio': { ...tab('portfolio'), isEnabled: () => hasPortfolio(model, groupId) },
  };

  useCommandHandlers({
    ...tabs,
    'people.create': inTab('people', 'people.create'),
    'numbers.add': inTab('numbers', 'numbers.add'),
    'numbers.addRange': inTab('numbers', 'numbers.addRange'),
    'devices.register': inTab('devices', 'devices.register'),
    'edit.undo': { run: () => void undo(), isEnabled: () => undoable.length > 0 },
    'edit.redo': { run: () => void redo(), isEnabled: () => redoable.length > 0 },
    'look.palette': { run: () => onOpen('palette') },
    'look.search': { run: () => onOpen('search') },
    'look.keys': { run: () => onOpen('keys') },
    'look.treePane': { run: () => tree.show(!tree.shown), isChecked: () => tree.shown },
    'look.propertiesPane': { run: () => properties.show(!properties.shown), isChecked: () => properties.shown },
    'look.today': { run: () => lookAt(null), isEnabled: () => !isToday },
    'look.themeLight': { run: () => setTheme('light'), isChecked: () => theme === 'light' },
    'look.themeDark': { run: () => setTheme('dark'), isChecked: () => theme === 'dark' },
    'look.themeSystem': { run: () => setTheme('system'), isChecked: () => theme === 'system' },
    'look.languageSystem': { run: () => chooseLanguage('system'), isChecked: () => language === 'system' },
    'look.languageEnglish': { run: () => chooseLanguage('en'), isChecked: () => language === 'en' },
    'look.languageGerman': { run: () => chooseLanguage('de'), isChecked: () => language === 'de' },
    'look.larger': { run: () => setSize(larger), isEnabled: () => larger !== size },
    'look.smaller': { run: () => setSize(smaller), isEnabled: () => smaller !== size },
    'look.normalSize': { run: () => setSize(normalSize), isEnabled: () => size !== normalSize },
    'help.manual': { run: () => manual.openHere() },
    'help.whatsNew': { run: () => manual.open('whats-new') },
    'account.synchronise': { run: () => void synchronise() },
    'account.attention': { run: () => onOpen('attention') },
    'account.share': { run: () => void start.shareThroughFolder() },
    'account.close': { run: () => void start.closeAccount() },
  });
  usePaneFocus();
  useEditSelected();
  usePreparedSearch();
  return (
    <>
      <SmartListCommands />
      <About />
      <LicenseCommands />
      <RenewCommand />
      <Costs />
      <Reservations />
      <PeopleCommands />
      <NumberCommands />
      <Reminders />
      <Settings />
      <Account />
      <Tour />
      <WhatIf />
      <Plans />
    </>
  );
}
