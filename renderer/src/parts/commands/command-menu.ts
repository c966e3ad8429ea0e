import type { LucideIcon } from 'lucide-react';
import type { TextWriter } from '../../text/text';
import type { MenuChoice } from '../../ui/Menu';
import { commandEntries, type CommandId } from './command-list';
import type { CommandRegistry } from './command-registry';
import { isMacComputer, printKeys } from './keys';

/** Commands as lines of a menu, with their keys; those that cannot be done now are dimmed. */
export function commandChoices(
  ids: readonly CommandId[],
  registry: CommandRegistry,
  { text }: TextWriter,
  icons: { readonly [Id in CommandId]?: LucideIcon } = {},
): readonly MenuChoice[] {
  const isMac = isMacComputer();
  return ids.flatMap((id) => {
    const entry = commandEntries.find((candidate) => candidate.id === id);
    if (entry === undefined) return [];
    return [
      {
        id,
        name: text(entry.name),
        keys: entry.keys === undefined ? undefined : printKeys(entry.keys, isMac),
        icon: icons[id],
        isDisabled: !registry.isEnabled(id),
        tone: id === 'tree.delete' ? ('danger' as const) : ('normal' as const),
        run: () => void registry.run(id),
      },
    ];
  });
}

/** The keys of a command as they are printed, for tips. */
export function keysOf(id: CommandId): string | undefined {
  const keys = commandEntries.find((entry) => entry.id === id)?.keys;
  return keys === undefined ? undefined : printKeys(keys, isMacComputer());
}
