import { useRef, useState } from 'react';
import type { CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import type { Head } from '#core/ledger/commit';
import type { ShorteningPlan } from '#core/ledger/shorter-history';
import type { Refusal } from '#core/rules/refusals';
import { useAccount } from '../../state/session-context';

export type ShorteningProblem = 'outOfReach' | 'moved' | 'forbidden' | 'full' | 'defect';

/** Step on the way to a shorter history. What was `done` is either a plan, or what had been begun before, up to a commit. */
export type ShorteningStep =
  | { readonly at: 'asking'; readonly problem: ShorteningProblem | null; readonly refusals: readonly Refusal[] }
  | { readonly at: 'working'; readonly share: number | null }
  | { readonly at: 'removing' }
  | { readonly at: 'done'; readonly plan: ShorteningPlan | null; readonly to: Head | null };

export interface Shortening {
  readonly step: ShorteningStep;
  /** Lets the history begin behind what a plan takes out, and removes it. */
  readonly shorten: (plan: ShorteningPlan) => Promise<void>;
  /** Removes what an act in the account says already. */
  readonly finish: () => Promise<void>;
  /** Gives the work up, as long as nothing has been done. */
  readonly giveUp: () => void;
}

const problems: { readonly [K in (LedgerFailure | CallFailure)['kind']]?: ShorteningProblem } = {
  offline: 'outOfReach',
  aborted: 'outOfReach',
  'unknown-outcome': 'outOfReach',
  behind: 'outOfReach',
  waiting: 'outOfReach',
  'not-connected': 'outOfReach',
  'head-moved': 'moved',
  forbidden: 'forbidden',
  unauthorised: 'forbidden',
  'read-only': 'forbidden',
  full: 'full',
};

/** Problem that a failure of main's is for whoever shortens a history. */
export function shorteningProblem({ kind }: LedgerFailure | CallFailure): ShorteningProblem {
  return problems[kind] ?? 'defect';
}

const nothingWrong: ShorteningStep = { at: 'asking', problem: null, refusals: [] };

/** The way from a plan to a shorter history: the account is put down, the act is done and sent, and only then is anything removed. */
export function useShortening(onChanged: () => void): Shortening {
  const { session, synchroniser, shortening } = useAccount();
  const [step, setStep] = useState<ShorteningStep>(nothingWrong);
  const giving = useRef<AbortController | null>(null);

  function ask(problem: ShorteningProblem | null, refusals: readonly Refusal[] = []): void {
    setStep({ at: 'asking', problem, refusals });
    // Whatever stands in the way may have changed what can go.
    onChanged();
  }

  async function remove(plan: ShorteningPlan | null): Promise<void> {
    setStep({ at: 'removing' });
    const finished = await shortening?.finish();
    if (finished?.ok !== true) return ask(finished === undefined ? 'defect' : shorteningProblem(finished.failure));
    setStep({ at: 'done', plan, to: finished.value });
  }

  async function shorten(plan: ShorteningPlan): Promise<void> {
    if (shortening === undefined) return;
    giving.current = new AbortController();
    const { signal } = giving.current;
    setStep({ at: 'working', share: null });
    const onProgress = (share: number): void => {
      if (!signal.aborted) setStep({ at: 'working', share });
    };
    const made = await shortening.putDown(plan.to, { signal, onProgress });
    if (signal.aborted) return setStep(nothingWrong);
    if (!made.ok) return ask(shorteningProblem(made.failure));
    setStep({ at: 'removing' });
    const acted = await session.act({ do: 'history.shorten', args: { ...plan.to, checkpoint: made.value } });
    if (!acted.ok)
      return ask(acted.kind === 'refused' ? null : 'defect', acted.kind === 'refused' ? acted.refusals : []);
    await synchroniser.synchronise();
    // Others may have come first, and what they did may stand against it.
    const lost = session.attention().find(({ id }) => id === acted.commit);
    if (lost !== undefined) return ask('moved', lost.refusals ?? []);
    if (session.pending().includes(acted.commit)) return ask('outOfReach');
    await remove(plan);
  }

  return { step, shorten, finish: () => remove(null), giveUp: () => giving.current?.abort() };
}
