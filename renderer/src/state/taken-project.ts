import type { LocalLedger } from '#core/ipc/ledger-channels';
import { ask } from '../platform/bridge';
import type { TakenAs } from './project-hooks';
import type { StartProblem } from './start-hooks';
import { startProblem } from './start-problem';

export interface TakingParts {
  /** The account that is open now; `null` where none is. */
  readonly open: LocalLedger | null;
  /** Ends the window's part of the account that is open. */
  readonly endOpen: () => Promise<void>;
  readonly openLedger: (local: LocalLedger) => Promise<void>;
  readonly tell: (problem: StartProblem) => void;
  readonly choose: (problem: StartProblem) => void;
}

/** Opens what was looked at in a project file in place of what is open; where that fails, what was open is opened again. */
export async function takeProject(
  { open, endOpen, openLedger, tell, choose }: TakingParts,
  project: { readonly id: string; readonly ledger: string },
  as: TakenAs,
): Promise<void> {
  await endOpen();
  const by = open?.ledger === project.ledger ? open.by : null;
  const taken = await ask('project.take', { id: project.id, as, by });
  if (taken.ok) return openLedger(taken.value);
  const problem = startProblem(taken.failure);
  const before = await ask('ledger.open', {});
  if (!before.ok || before.value === null) return choose(problem);
  await openLedger(before.value);
  tell(problem);
}
