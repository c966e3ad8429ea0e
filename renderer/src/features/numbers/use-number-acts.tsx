import { Link2, Trash2, Unlink2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { MenuGroup } from '../../ui/Menu';
import { EffectFirst, together, useActing } from '../../parts/acting';
import { keysOf } from '../../parts/commands';
import { AttachDialog } from './AttachDialog';

/** Acts on numbers that are there, one or many. */
export interface NumberActs {
  readonly attach: (id: string) => void;
  readonly detach: (ids: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly menu: (ids: readonly string[]) => readonly MenuGroup[];
  readonly dialogs: ReactNode;
}

export function useNumberActs(): NumberActs {
  const { text } = useText();
  const names = useNames();
  const act = useActing();
  const [asked, setAsked] = useState<{ readonly kind: 'attach' | 'remove'; readonly ids: readonly string[] } | null>(
    null,
  );
  const close = (): void => setAsked(null);
  const attach = (id: string): void => setAsked({ kind: 'attach', ids: [id] });
  const remove = (ids: readonly string[]): void => setAsked({ kind: 'remove', ids });
  function detach(ids: readonly string[]): void {
    const call = together(ids.map((numberId) => ({ do: 'number.detach', args: { numberId } })));
    if (call !== null) void act(call, { say: true });
  }
  const [first] = asked?.ids ?? [];
  const count = asked?.ids.length ?? 0;
  return {
    attach,
    detach,
    remove,
    menu: (ids) => [
      {
        id: 'use',
        choices: [
          {
            id: 'attach',
            name: text('numbers.attach'),
            icon: Link2,
            isDisabled: ids.length !== 1,
            run: () => {
              if (ids[0] !== undefined) attach(ids[0]);
            },
          },
          { id: 'detach', name: text('numbers.detach'), icon: Unlink2, run: () => detach(ids) },
        ],
      },
      {
        id: 'remove',
        choices: [
          {
            id: 'remove',
            name: text('numbers.remove'),
            icon: Trash2,
            keys: keysOf('tree.delete'),
            tone: 'danger',
            run: () => remove(ids),
          },
        ],
      },
    ],
    dialogs: (
      <>
        {asked?.kind === 'attach' && first !== undefined ? <AttachDialog numberId={first} onClose={close} /> : null}
        {asked?.kind === 'remove' ? (
          <EffectFirst
            help="numbers"
            title={text('numbers.removeTitle', { count, name: names.number(first) })}
            call={together(asked.ids.map((numberId) => ({ do: 'number.remove', args: { numberId } })))}
            actName={text('numbers.removeDo')}
            onClose={close}
          >
            <p>{text('numbers.removeText', { count })}</p>
          </EffectFirst>
        ) : null}
      </>
    ),
  };
}
