import { useComputerName } from '../../parts/kept';
import { useOffice } from '../../state/office-hooks';
import { useSyncState } from '../../state/sync-hooks';
import { useText } from '../../text/text';

/** The computer for which acts wait that were handed over, and a line that says so; `null` where none do. */
export function useWaitedFor(): { readonly name: string; readonly line: string } | null {
  const state = useSyncState();
  const office = useOffice();
  const { text } = useText();
  const nameOf = useComputerName();
  if (state.kind !== 'toSend' || office === null || office.keeper === null || office.isHere) return null;
  const name = nameOf(office.keeper);
  return { name, line: text('kept.count', { count: state.count, name }) };
}
