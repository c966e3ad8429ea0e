import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Proof } from './use-proofs';

/** The computer on which an act was done, with a mark where that is proved. */
export function ProofMark({ proof: { isProved, computer, words } }: { readonly proof: Proof }): ReactNode {
  const Icon = isProved ? ShieldCheck : ShieldQuestion;
  return (
    <span className={`history-proof ${isProved ? 'history-proved' : 'quiet'}`} title={words}>
      <Icon size="1.1em" role="img" aria-label={words} />
      <span aria-hidden>{computer}</span>
    </span>
  );
}
