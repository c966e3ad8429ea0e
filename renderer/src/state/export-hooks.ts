import { useCallback } from 'react';
import type { CallAnswer, RequestOf } from '#core/ipc/channels';
import { ask } from '../platform/bridge';

/** Has main save a file for other programs, at a place that the person chooses. */
export function useSavedFile(): (file: RequestOf<'exports.save'>) => Promise<CallAnswer<'exports.save'>> {
  return useCallback((file) => ask('exports.save', file), []);
}
