import { useShownList } from '../../state/view-hooks';
import { listNames } from '../../state/view-store';
import { useCommandHandlers, type CommandHandlers } from '../../parts/commands';

/** The commands that show a list. */
export function SmartListCommands(): null {
  const { list, show } = useShownList();
  const handlers = listNames.map(
    (name) => [`list.${name}`, { run: () => show(name), isChecked: () => list === name }] as const,
  );
  useCommandHandlers(Object.fromEntries(handlers) as CommandHandlers);
  return null;
}
