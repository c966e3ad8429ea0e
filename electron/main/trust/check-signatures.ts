import { keyRegister, type KeyRegister } from '#core/intents/key-intents';
import { letterOf } from '#core/ledger/grant-letters';
import type { Replica } from '#core/ledger/replica';
import type { SignaturesOf } from '../ledger/ledger-check';
import { ActProofs } from './act-proofs';
import type { ProofThreads } from './proof-threads';

/** Signatures for the process that checks. It knows keys from its replica, so it may begin anywhere in the ledger. */
export function checkSignatures(threads: ProofThreads | null = null): SignaturesOf<Replica> {
  const known = new WeakMap<Replica, ActProofs>();
  const proofsOf = (replica: Replica): ActProofs => {
    const proofs = known.get(replica) ?? new ActProofs(replica.ledger, threads);
    known.set(replica, proofs);
    proofs.learn(keysIn(keyRegister(replica.model)));
    return proofs;
  };
  return {
    register: ({ model }) => keyRegister(model),
    letter: async (replica, { entries, asked, by }) => {
      const seen = entries.length === 0 ? replica : replica.fork();
      if (entries.length > 0) seen.receive(entries, undefined, await proofsOf(seen).evidenceOf(entries, null));
      const letter = asked === null ? null : letterOf(seen.model, seen.ledger, asked, by);
      return { letter, register: keyRegister(seen.model) };
    },
    evidence: (replica, entries, appends) => proofsOf(replica).evidenceOf(entries, appends),
  };
}

/** Every public key that a register knows, those that were shut out as well: what they signed before stays signed. */
export function keysIn({ computers, invitations, recovery }: KeyRegister): readonly string[] {
  return [...computers, ...invitations, ...(recovery === null ? [] : [recovery])].map(({ key }) => key);
}
