import { ArrowDownToLine, ArrowRightLeft, CalendarClock, CalendarSync, CornerDownRight, Split } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { endingFirst, RenewDialog } from '../../parts/renewing';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup, useGoTo } from '../../state/view-hooks';
import { useText } from '../../text/text';
import type { MenuGroup } from '../../ui/Menu';
import { AllocateDialog, AllocateToEachDialog, MoveLicensesDialog, OwnPoolDialog } from '../licenses';
import type { ComplexRow } from './portfolio-rows';

type Asked =
  | { readonly kind: 'handOut' | 'move' | 'own'; readonly id: string }
  | { readonly kind: 'handOutEach' | 'renew'; readonly ids: readonly string[] };

/** Acts of a dealer on one complex or several, from their lines. */
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
  const model = useRows();
  const close = (): void => setAsked(null);
  const ownPools = rows.filter(({ isShared }) => !isShared).map(({ id }) => id);

  /** Renewing what ends next in each of some complexes. */
  function renewing(ids: readonly string[]): MenuGroup['choices'][number] {
    const blocks = ids.flatMap((id) => endingFirst(model, id));
    return {
      id: 'renew',
      name: text('renew.button'),
      icon: CalendarSync,
      isDisabled: blocks.length === 0,
      run: () => setAsked({ kind: 'renew', ids: blocks }),
    };
  }

  function menuOfSeveral(ids: readonly string[]): readonly MenuGroup[] {
    const own = ids.filter((id) => ownPools.includes(id));
    return [
      {
        id: 'licenses',
        choices: [
          {
            id: 'handOut',
            name: text('portfolio.handOutEach', { count: own.length }),
            icon: ArrowDownToLine,
            isDisabled: own.length === 0,
            run: () => setAsked({ kind: 'handOutEach', ids: own }),
          },
          renewing(own),
        ],
      },
    ];
  }

  function menu(ids: readonly string[]): readonly MenuGroup[] {
    const [id] = ids;
    if (ids.length > 1) return menuOfSeveral(ids);
    const row = rows.find((one) => one.id === id);
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
              renewing([row.id]),
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
        {asked?.kind === 'handOutEach' ? <AllocateToEachDialog poolIds={asked.ids} onClose={close} /> : null}
        {asked?.kind === 'renew' ? <RenewDialog blockIds={asked.ids} onClose={close} /> : null}
        {asked?.kind === 'move' ? <MoveLicensesDialog poolId={asked.id} pools={ownPools} onClose={close} /> : null}
        {asked?.kind === 'own' ? <OwnPoolDialog groupId={asked.id} onClose={close} /> : null}
      </>
    ),
  };
}
