import { useMemo } from 'react';
import { useRows } from '../state/model-hooks';
import { namesIn, type Names } from './names';
import { useText } from './text';

/** Present names of things; a new object whenever the account has changed. */
export function useNames(): Names {
  const rows = useRows();
  const writer = useText();
  return useMemo(() => namesIn(rows, writer), [rows, writer]);
}
