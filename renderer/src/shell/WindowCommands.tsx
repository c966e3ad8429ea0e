import type { ReactNode } from 'react';
import { Account } from '../features/account';
import { useCommandHandlers, type CommandId } from '../features/commands';
import { useUndoRedo } from '../features/history';
import { VoiceMenus } from '../features/menus';
import { Reminders } from '../features/reminders';
import { WhatIf } from '../features/what-if';
import { useSynchronise } from '../state/sync-hooks';
import { useDay, usePane, useTab, useTheme } from '../state/view-hooks';
import type { Tab } from '../state/view-store';
import { useLanguageChoice } from '../text/language';
import { useStart } from './start-context';

/** What lies over the window. */
export type OpenOverlay = 'palette' | 'keys' | 'attention' | null;

/** How the commands of the window as a whole are done. */
export function WindowCommands({ onOpen }: { readonly onOpen: (overlay: OpenOverlay) => void }): ReactNode {
  const { undoable, redoable, undo, redo } = useUndoRedo();
  const { openTab } = useTab();
  const { isToday, lookAt } = useDay();
  const { setTheme } = useTheme();
  const [, chooseLanguage] = useLanguageChoice();
  const synchronise = useSynchronise();
  const start = useStart();
  const tree = usePane('tree');
  const properties = usePane('properties');
  const tab = (name: Tab): { readonly run: () => void } => ({ run: () => openTab(name) });
  const tabs: { readonly [Id in CommandId]?: { readonly run: () => void } } = {
    'look.overview': tab('overview'), 'look.licenses': tab('licenses'), 'look.people': tab('people'),
    'look.numbers': tab('numbers'), 'look.devices': tab('devices'), 'look.history': tab('history'), 'look.forecast': tab('forecast'),
  };

  useCommandHandlers({
    ...tabs,
    'edit.undo': { run: () => void undo(), isEnabled: () => undoable.length > 0 },
    'edit.redo': { run: () => void redo(), isEnabled: () => redoable.length > 0 },
    'look.palette': { run: () => onOpen('palette') },
    'look.search': { run: () => onOpen('palette') },
    'look.keys': { run: () => onOpen('keys') },
    'look.treePane': { run: () => tree.show(!tree.shown) },
    'look.propertiesPane': { run: () => properties.show(!properties.shown) },
    'look.today': { run: () => lookAt(null), isEnabled: () => !isToday },
    'look.themeLight': { run: () => setTheme('light') },
    'look.themeDark': { run: () => setTheme('dark') },
    'look.themeSystem': { run: () => setTheme('system') },
    'look.languageSystem': { run: () => chooseLanguage('system') },
    'look.languageEnglish': { run: () => chooseLanguage('en') },
    'look.languageGerman': { run: () => chooseLanguage('de') },
    'account.synchronise': { run: () => void synchronise() },
    'account.attention': { run: () => onOpen('attention') },
    'account.share': { run: () => void start.shareThroughFolder() },
    'account.close': { run: () => void start.closeAccount() },
  });
  return (
    <>
      <Reminders />
      <Account />
      <VoiceMenus />
      <WhatIf />
    </>
  );
}
