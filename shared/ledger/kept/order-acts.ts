import { refuse } from '../../rules/refusals';
import { bytesToText, decodeCommit } from '../encoding';
import type { Replica } from '../replica';
import type { StoreFailure } from '../store';
import type { JudgedActs } from './kept-computer';
import { entryOfAct, type RefusedAct } from './kept-file';

/** A file of acts that wait for their place. */
export interface OpenActs {
  readonly out: string;
  readonly acts: readonly Uint8Array[];
}

export type JudgedByRules =
  | { readonly ok: true; readonly judged: readonly JudgedActs[] }
  | { readonly ok: false; readonly failure: StoreFailure };

/**
 * Puts acts in order on top of a copy that has the whole ledger and nothing pending: each is tried on what the ones before it
 * made, so the copy is one to be thrown away. Those that hold become commits; the others get the reason. What the author said stays as
 * it is, byte for byte of meaning, so that a signature over it goes on holding.
 */
export function orderActs(replica: Replica, open: readonly OpenActs[]): JudgedByRules {
  const judged: JudgedActs[] = [];
  for (const { out, acts } of open) {
    const entries: Uint8Array[] = [];
    const refused: RefusedAct[] = [];
    for (const act of acts) {
      const entry = entryOfAct(act, replica.head);
      const decoded = decodeCommit(entry);
      if (!decoded.ok) {
        refused.push({ id: idOf(act), refusals: [refuse('INVALID', { detail: decoded.problem })] });
        continue;
      }
      const prepared = replica.prepareReceive([entry]);
      if (!prepared.ok) return prepared;
      const [voided] = prepared.voided;
      if (voided !== undefined) {
        refused.push({ id: voided.id, refusals: voided.refusals });
        continue;
      }
      replica.accept(prepared.step);
      entries.push(entry);
    }
    judged.push({ out, entries, refused });
  }
  return { ok: true, judged };
}

function idOf(act: Uint8Array): string {
  return (JSON.parse(bytesToText(act)) as { readonly id: string }).id;
}
