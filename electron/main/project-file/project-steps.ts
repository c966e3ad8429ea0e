import type { ProjectStep } from '#core/ipc/project-channels';
import type { PendingIntent } from '#core/ledger/commit';
import { decodeCommit } from '#core/ledger/encoding';

const mostSteps = 200;
/** Letters of arguments that cross to the window; of larger acts only the kind is said. */
const mostLetters = 4_000;

/** The last acts of an account, the newest first, each with the number of acts up to it. */
export function lastSteps(entries: readonly Uint8Array[], waiting: readonly PendingIntent[]): readonly ProjectStep[] {
  const all = entries.length + waiting.length;
  const steps: ProjectStep[] = [];
  for (let count = all; count > 0 && steps.length < mostSteps; count -= 1) {
    const act = count > entries.length ? waiting[count - entries.length - 1] : actOf(entries[count - 1]);
    if (act == null) continue;
    const isLarge = JSON.stringify(act.args).length > mostLetters;
    steps.push({ count, at: act.at, by: act.by, do: act.do, args: isLarge ? {} : act.args });
  }
  return steps;
}

function actOf(entry: Uint8Array | undefined): PendingIntent | null {
  const decoded = entry === undefined ? null : decodeCommit(entry);
  return decoded?.ok === true ? decoded.commit : null;
}
