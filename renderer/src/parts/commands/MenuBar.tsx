import { useContext, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { SystemMenuContext, type SystemMenu } from '../../platform/system-menu';
import { useAccount } from '../../state/session-context';
import { useText } from '../../text/text';
import { isDialogOpen, runWhereFree, useCommands, worksInDialogs } from './CommandProvider';
import { commandEntries } from './command-list';
import { menuBarSections } from './menu-bar';

/** Milliseconds in which several changes are told as one. */
const quietMs = 120;

function isInTree(): boolean {
  return (
    document.activeElement?.closest('[data-command-scope="tree"]') != null &&
    !(document.activeElement instanceof HTMLInputElement)
  );
}

function useSystemMenu(menu: SystemMenu): void {
  const registry = useCommands();
  const writer = useText();
  const { session, view } = useAccount();
  const shown = useRef('');
  const write = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    write.current = () => {
      const isBlocked = isDialogOpen();
      const sections = menuBarSections(
        registry,
        { canRun: (id) => !isBlocked || worksInDialogs(id), isInTree: isInTree() },
        writer,
      );
      const said = JSON.stringify(sections);
      // Main builds the whole menu anew, so it is only told what is different.
      if (said === shown.current) return;
      shown.current = said;
      menu.show(sections);
    };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        write.current();
      }, quietMs);
    };
    const stops = [session.subscribe(soon), view.subscribe(soon), registry.subscribe(soon)];
    document.addEventListener('focusin', soon);
    soon();
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('focusin', soon);
      if (timer !== null) clearTimeout(timer);
      shown.current = '';
      menu.show([]);
    };
  }, [menu, session, view, registry]);
  // Another language is another menu.
  useEffect(() => registry.touch(), [registry, writer]);
  useEffect(
    () =>
      menu.onCommand((id) => {
        const entry = commandEntries.find((candidate) => candidate.id === id);
        if (entry !== undefined) runWhereFree(registry, entry.id);
      }),
    [menu, registry],
  );
}

function SystemMenuBar({ menu }: { readonly menu: SystemMenu }): null {
  useSystemMenu(menu);
  return null;
}

/** Keeps the system's menu bar as the commands are, and runs what is chosen in it. */
export function MenuBar(): ReactNode {
  const menu = useContext(SystemMenuContext);
  return menu === null ? null : <SystemMenuBar menu={menu} />;
}
