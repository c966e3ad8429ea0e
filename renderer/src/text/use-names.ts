import { useMemo } from 'react';
import { useModelVersion } from '../state/model-hooks';
import { useSession } from '../state/session-context';
import { namesIn, type Names } from './names';
import { useText } from './text';

/** What things are called now; a new object whenever the account has changed. */
export function useNames(): Names {
  const { model } = useSession();
  const version = useModelVersion();
  const writer = useText();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for the rows
  return useMemo(() => namesIn(model, writer), [model, writer, version]);
}
