import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { commandEntries } from './command-list';
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
  });
  useEffect(() => registry.add(() => current.current), [registry]);
}

/** Keys that mean something to a text field stay with it. */
const fieldKeys = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+D']);

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, [role=spinbutton]') || target.isContentEditable);
}

function onKeyDown(event: KeyboardEvent, registry: CommandRegistry, isMac: boolean): void {
  // A dialog has the keyboard for itself.
  if (event.defaultPrevented || event.isComposing || document.querySelector('.dialog-scrim') !== null) return;
  const isTyping = isTextField(event.target);
  const isInTree = event.target instanceof HTMLElement && event.target.closest('[data-command-scope="tree"]') !== null;
  for (const entry of commandEntries) {
    if (entry.keys === undefined || !matchesKeys(event, entry.keys, isMac)) continue;
    if (entry.where === 'tree' && !isInTree) continue;
    if (isTyping && (fieldKeys.has(entry.keys) || !/^(Mod|F\d)/.test(entry.keys) || entry.where === 'tree')) continue;
    if (registry.run(entry.id)) event.preventDefault();
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
