import { ArrowDownToLine, ArrowRightLeft, CalendarClock, CornerDownRight, Split } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useChosenGroup, useGoTo } from '../../state/view-hooks';
import { useText } from '../../text/text';
import type { MenuGroup } from '../../ui/Menu';
import { AllocateDialog, MoveLicensesDialog, OwnPoolDialog } from '../licenses';
import type { ComplexRow } from './portfolio-rows';

type Asked = { readonly kind: 'handOut' | 'move' | 'own'; readonly id: string };

/** Acts of a dealer on a complex, from its line. */
export interface ComplexActs {
  readonly go: (id: string) => void;
  readonly menu: (ids: readonly string[]) => readonly MenuGroup[];
  readonly dialogs: ReactNode;
}

export function useComplexActs(rows: readonly ComplexRow[]): ComplexActs {
  const { text } = useText();
  const { choose } = useChosenGroup();
  const goTo = useGoTo();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const ownPools = rows.filter(({ isShared }) => !isShared).map(({ id }) => id);

  function menu(ids: readonly string[]): readonly MenuGroup[] {
    const [id] = ids;
    const row = ids.length === 1 ? rows.find((one) => one.id === id) : undefined;
    if (row === undefined) return [];
    return [
      {
        id: 'licenses',
        choices: row.isShared
          ? [
              {
                id: 'own',
                name: text('portfolio.makeOwn'),
                icon: Split,
                run: () => setAsked({ kind: 'own', id: row.id }),
              },
            ]
          : [
              {
                id: 'handOut',
                name: text('portfolio.handOut'),
                icon: ArrowDownToLine,
                run: () => setAsked({ kind: 'handOut', id: row.id }),
              },
              {
                id: 'move',
                name: text('portfolio.move'),
                icon: ArrowRightLeft,
                isDisabled: ownPools.length < 2,
                run: () => setAsked({ kind: 'move', id: row.id }),
              },
            ],
      },
      {
        id: 'go',
        choices: [
          { id: 'open', name: text('portfolio.go'), icon: CornerDownRight, keys: 'Enter', run: () => choose(row.id) },
          {
            id: 'coming',
            name: text('portfolio.coming'),
            icon: CalendarClock,
            run: () => goTo({ groupId: row.id, tab: 'forecast', selection: { kind: 'group', ids: [row.id] } }),
          },
        ],
      },
    ];
  }

  return {
    go: choose,
    menu,
    dialogs: (
      <>
        {asked?.kind === 'handOut' ? (
          <AllocateDialog poolId={asked.id} initialTarget={asked.id} onClose={close} />
        ) : null}
        {asked?.kind === 'move' ? <MoveLicensesDialog poolId={asked.id} pools={ownPools} onClose={close} /> : null}
        {asked?.kind === 'own' ? <OwnPoolDialog groupId={asked.id} onClose={close} /> : null}
      </>
    ),
  };
}
