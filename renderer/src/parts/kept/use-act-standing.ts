import { useCallback, useMemo } from 'react';
import type { KeptComputer } from '#core/ledger/kept-order';
import { usePending } from '../../state/model-hooks';
import { useOffice } from '../../state/office-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import type { Tone } from '../../ui/Badge';

/** Standing of an act in a shared place, in a word. `rank` sorts what waits first. */
export interface StandingInWords {
  readonly words: string;
  readonly tone: Tone;
  readonly rank: number;
}

/** Names a computer. */
export function useComputerName(): (computer: KeptComputer) => string {
  const { text } = useText();
  return useCallback(({ name }: KeptComputer) => (name === '' ? text('kept.unnamed') : name), [text]);
}

/** Says of each act where it stands: for whom it waits, in order, settled. */
export function useActStanding(): (commit: string) => StandingInWords {
  const { text } = useText();
  const office = useOffice();
  const session = useSession();
  const pending = usePending();
  const nameOf = useComputerName();
  const waiting = useMemo(() => new Set(pending), [pending]);
  return useCallback(
    (commit: string): StandingInWords => {
      const isPending = waiting.has(commit);
      if (office === null)
        return isPending
          ? { words: text('history.pending'), tone: 'info', rank: 0 }
          : { words: text('history.shared'), tone: 'success', rank: 2 };
      if (isPending) {
        const { keeper } = office;
        const words =
          keeper === null
            ? text('history.pending')
            : office.isHere
              ? text('kept.waitingHere')
              : text('kept.waitingFor', { name: nameOf(keeper) });
        return { words, tone: 'info', rank: 0 };
      }
      const isSettled = (session.record(commit)?.seq ?? 0) <= office.settledTo;
      return isSettled
        ? { words: text('kept.settled'), tone: 'success', rank: 2 }
        : { words: text('kept.inOrder'), tone: 'neutral', rank: 1 };
    },
    [office, waiting, session, text, nameOf],
  );
}
