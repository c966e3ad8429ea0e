import { useCallback, useMemo } from 'react';
import type { HistoryAnswer } from '#core/queries/history';
import { usePending, useFromRows } from '../../state/model-hooks';
import { useText } from '../../text/text';

/** Knowledge of the computer on which an act was done. */
export interface Proof {
  readonly isProved: boolean;
  /** Its name; empty where no computer has signed. */
  readonly computer: string;
  readonly words: string;
}

/** Says of each act on which computer it was done, and whether that is proved. Acts that are not proved do not count, so none is here but those of the time before. */
export function useProofs(): { readonly isProtected: boolean; readonly proofOf: (entry: HistoryAnswer) => Proof } {
  const { text } = useText();
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  const computers = useFromRows((rows) =>
    Object.fromEntries([...rows.rows('computers')].map(({ id, name }) => [id, name])),
  );
  const pending = usePending();
  const waiting = useMemo(() => new Set(pending), [pending]);
  const proofOf = useCallback(
    ({ key, commit }: HistoryAnswer): Proof => {
      const computer = (key === undefined ? undefined : computers[key]) ?? '';
      if (waiting.has(commit)) return { isProved: false, computer, words: text('history.unsentYet') };
      return key === undefined
        ? { isProved: false, computer: '', words: text('history.unproved') }
        : { isProved: true, computer, words: text('history.proved', { computer }) };
    },
    [computers, waiting, text],
  );
  return { isProtected, proofOf };
}
