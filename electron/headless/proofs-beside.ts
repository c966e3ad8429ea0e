import { ProofThreads } from '../main/trust/proof-threads';
import { programBeside } from './program-beside';

let threads: ProofThreads | null = null;

/** Threads that check signatures beside the replay; `null` where their program does not lie beside this one. */
export function proofThreads(): ProofThreads | null {
  const program = programBeside('proof-worker');
  if (threads === null && program !== null) threads = new ProofThreads(program);
  return threads;
}
