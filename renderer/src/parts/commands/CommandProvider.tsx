import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { commandEntries, type CommandId } from './command-list';
import { isPageLocked } from '../../ui/locked';
import { createCommandRegistry, type CommandHandlers, type CommandRegistry } from './command-registry';
import { isMacComputer, matchesKeys } from './keys';

const CommandContext = createContext<CommandRegistry | null>(null);

export function useCommands(): CommandRegistry {
  const registry = useContext(CommandContext);
  if (registry === null) throw new Error('useCommands stands outside of CommandProvider');
  return registry;
}

/** Says how commands are done while this component is on screen. */
export function useCommandHandlers(handlers: CommandHandlers): void {
  const registry = useCommands();
  const current = useRef(handlers);
  useLayoutEffect(() => {
    current.current = handlers;
    // Drawn anew, a part may allow other things than before.
    registry.touch();
  });
  useEffect(() => registry.add(() => current.current), [registry]);
}

/** Keys that mean something to a text field stay with it. */
const fieldKeys = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+D']);

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, [role=spinbutton]') ||
      target.isContentEditable)
  );
}

/** A dialog has the window for itself: neither keys nor the menu bar reach what lies below it. */
export function isDialogOpen(): boolean {
  return document.querySelector('.dialog-scrim') !== null;
}

/** Tells whether a command works in dialogs too: how large everything is concerns them, and so does the manual. */
export function worksInDialogs(id: CommandId): boolean {
  return id === 'help.manual' || commandEntries.find((entry) => entry.id === id)?.under === 'size';
}

/** Runs a command where the window is free for it; answers whether anything was done. */
export function runWhereFree(registry: CommandRegistry, id: CommandId): boolean {
  if (isPageLocked()) return false;
  return (!isDialogOpen() || worksInDialogs(id)) && registry.run(id);
}

function onKeyDown(event: KeyboardEvent, registry: CommandRegistry, isMac: boolean): void {
  if (event.defaultPrevented || event.isComposing) return;
  const isTyping = isTextField(event.target);
  const isInTree = event.target instanceof HTMLElement && event.target.closest('[data-command-scope="tree"]') !== null;
  for (const entry of commandEntries) {
    const keys = [entry.keys, entry.otherKeys].find((one) => one !== undefined && matchesKeys(event, one, isMac));
    if (keys === undefined) continue;
    if (entry.where === 'tree' && !isInTree) continue;
    if (isTyping && (fieldKeys.has(keys) || !/^(Mod|(Shift\+)?F\d)/.test(keys) || entry.where === 'tree')) continue;
    if (runWhereFree(registry, entry.id)) event.preventDefault();
    return;
  }
}

/** Gives the commands to everything below, and their keys to the window. */
export function CommandProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(createCommandRegistry);
  useEffect(() => {
    const isMac = isMacComputer();
    const listen = (event: KeyboardEvent): void => onKeyDown(event, registry, isMac);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [registry]);
  return <CommandContext.Provider value={registry}>{children}</CommandContext.Provider>;
}
