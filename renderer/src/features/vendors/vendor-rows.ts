import { SquareCheck, SquareMinus } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { TextWriter } from '../../text/text';
import type { MenuGroup } from '../../ui/Menu';

/** Room for so many lines of a table in a dialog. */
export function rowsStyle(lines: number): CSSProperties {
  return { '--rows': Math.max(3, lines) } as CSSProperties;
}

/** Leaving a line out, or taking it in again, in the menu of the line; nothing where it cannot be chosen. */
export function chooseAction(
  line: { readonly id: string; readonly name: string },
  canChoose: { readonly has: (id: string) => boolean },
  chosen: ReadonlySet<string>,
  text: TextWriter['text'],
  turn: (id: string) => void,
): readonly MenuGroup[] {
  if (!canChoose.has(line.id)) return [];
  const isChosen = chosen.has(line.id);
  return [
    {
      id: 'choose',
      choices: [
        {
          id: 'choose',
          name: text(isChosen ? 'vendor.leaveOut' : 'vendor.takeIn', { name: line.name }),
          icon: isChosen ? SquareMinus : SquareCheck,
          run: () => turn(line.id),
        },
      ],
    },
  ];
}
