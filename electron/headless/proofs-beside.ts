import { ProofThread } from '../main/trust/proof-thread';
import { programBeside } from './program-beside';

let thread: ProofThread | null = null;

/** Thread that checks signatures beside the replay; `null` where its program does not lie beside this one. */
export function proofThread(): ProofThread | null {
  const program = programBeside('proof-worker');
  if (thread === null && program !== null) thread = new ProofThread(program);
  return thread;
}
