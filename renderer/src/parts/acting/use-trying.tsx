import { useState, type ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { ExplainedRefusals } from './ExplainedRefusals';
import { useActing, type ActingOptions } from './use-acting';

/** Acts whose refusals stand beside the field from which they were tried. */
export interface Trying {
  /** Answers whether it was done. `place` names the field; no call is nothing to do. */
  readonly tryTo: (place: string, call: ActCall | null, options?: Pick<ActingOptions, 'say'>) => Promise<boolean>;
  /** Why the last try from this place was refused. */
  readonly refusedAt: (place: string) => ReactNode;
  readonly forget: () => void;
}

interface Refused {
  readonly place: string;
  readonly refusals: readonly Refusal[];
  readonly call: ActCall;
}

export function useTrying(): Trying {
  const act = useActing();
  const [refused, setRefused] = useState<Refused | null>(null);
  return {
    async tryTo(place, call, options = {}) {
      if (call === null) return false;
      setRefused(null);
      const outcome = await act(call, { ...options, keepRefusals: true });
      if (!outcome.ok && outcome.kind === 'refused') setRefused({ place, refusals: outcome.refusals, call });
      return outcome.ok;
    },
    refusedAt: (place) =>
      refused?.place === place ? <ExplainedRefusals refusals={refused.refusals} call={refused.call} isLive /> : null,
    forget: () => setRefused(null),
  };
}
