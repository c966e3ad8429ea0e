import { createContext } from 'react';
import type { MenuSection } from '#core/ipc/menu-channels';
import type { Unsubscribe } from '#core/ledger/store';
import { ask, hear } from './bridge';

/** The menu bar of the system, outside of the page. */
export interface SystemMenu {
  show(sections: readonly MenuSection[]): void;
  /** The person chose a command in it. */
  onCommand(listener: (id: string) => void): Unsubscribe;
}

export const systemMenu: SystemMenu = {
  show: (sections) => void ask('menu.show', { sections: [...sections] }),
  onCommand: (listener) => hear('window.command', ({ id }) => listener(id)),
};

/** `null` where there is none, as in a page by itself. */
export const SystemMenuContext = createContext<SystemMenu | null>(null);
