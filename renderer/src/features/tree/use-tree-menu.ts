import {
  ClipboardList,
  ClipboardPaste,
  Copy,
  CopyPlus,
  FolderInput,
  FolderPlus,
  LayoutTemplate,
  ListTree,
  PencilLine,
  Printer,
  Scissors,
  Trash2,
} from 'lucide-react';
import { useText } from '../../text/text';
import type { MenuGroup } from '../../ui/Menu';
import { commandChoices, useCommands, type CommandId } from '../../parts/commands';

const icons = {
  'tree.create': FolderPlus,
  'tree.generate': ListTree,
  'tree.rename': PencilLine,
  'tree.copy': Copy,
  'tree.cut': Scissors,
  'tree.paste': ClipboardPaste,
  'tree.copyTemplate': LayoutTemplate,
  'tree.pasteSpecial': ClipboardList,
  'tree.duplicate': CopyPlus,
  'tree.moveTo': FolderInput,
  'tree.delete': Trash2,
  'tree.handOver': Printer,
} as const;

const sections: readonly { readonly id: string; readonly commands: readonly CommandId[] }[] = [
  { id: 'make', commands: ['tree.create', 'tree.generate'] },
  { id: 'change', commands: ['tree.rename', 'tree.moveTo', 'tree.moveUp', 'tree.moveDown'] },
  {
    id: 'copy',
    commands: ['tree.copy', 'tree.cut', 'tree.copyTemplate', 'tree.paste', 'tree.pasteSpecial', 'tree.duplicate'],
  },
  { id: 'handOver', commands: ['tree.handOver'] },
  { id: 'open', commands: ['tree.expandBelow', 'tree.collapseAll'] },
  { id: 'delete', commands: ['tree.delete'] },
];

/** The tree's menu, made anew whenever it opens: what can be done depends on what is selected. */
export function useTreeMenu(): () => readonly MenuGroup[] {
  const registry = useCommands();
  const writer = useText();
  return () => sections.map(({ id, commands }) => ({ id, choices: commandChoices(commands, registry, writer, icons) }));
}
