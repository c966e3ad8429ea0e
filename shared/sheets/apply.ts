import type { Refusal } from '../rules/refusals';
import type { Making } from './places';
import { afterRules } from './propose';
import type { RowProposal, Sheet, SheetCall, SheetKind } from './sheet';

/** One act, or several as one. */
export type OneAct = SheetCall | { readonly do: 'batch'; readonly args: { readonly do: SheetCall[] } };

/** Several acts as one that is done and taken back whole; `null` for none. */
function asOneAct(calls: readonly SheetCall[]): OneAct | null {
  const only = calls[0];
  if (only === undefined) return null;
  return calls.length === 1 ? only : { do: 'batch', args: { do: [...calls] } };
}

/** Questions to the rules about a sheet, in order: each group that is to be made, then each row that does something. */
export interface Questions {
  readonly calls: readonly OneAct[];
  readonly makings: readonly Making[];
  readonly rows: readonly RowProposal[];
}

/** Acts of rows that ask for several: the same rows make the same acts, so that who has judged them knows them again. */
const actsOfRows = new WeakMap<readonly SheetCall[], OneAct | null>();

function actOfRow({ calls }: RowProposal): OneAct | null {
  const known = actsOfRows.get(calls);
  if (known !== undefined) return known;
  const act = asOneAct(calls);
  if (calls.length > 1) actsOfRows.set(calls, act);
  return act;
}

export function questionsOf(proposals: readonly RowProposal[], makings: readonly Making[]): Questions {
  const needed = neededMakings(proposals, makings);
  const rows: RowProposal[] = [];
  const asked: OneAct[] = needed.map(({ call }) => call);
  for (const proposal of proposals) {
    const act = actOfRow(proposal);
    if (act === null) continue;
    rows.push(proposal);
    asked.push(act);
  }
  return { makings: needed, rows, calls: asked };
}

/** The groups that rows need which are not wrong. */
function neededMakings(proposals: readonly RowProposal[], makings: readonly Making[]): readonly Making[] {
  if (makings.length === 0) return [];
  const needed = new Set(proposals.flatMap(({ state, needs }) => (state === 'wrong' ? [] : needs)));
  return makings.filter(({ id }) => needed.has(id));
}

/** The rows after the rules have answered, question by question. */
export function judgedRows(
  proposals: readonly RowProposal[],
  asked: Questions,
  answers: readonly (readonly Refusal[])[],
  kind: SheetKind,
  sheet: Sheet,
): readonly RowProposal[] {
  const unmade = new Map<string, readonly Refusal[]>();
  asked.makings.forEach(({ id, above }, index) => {
    const refusals = (above === null ? undefined : unmade.get(above)) ?? answers[index] ?? [];
    if (refusals.length > 0) unmade.set(id, refusals);
  });
  const refused = new Map<number, readonly Refusal[]>();
  for (const [index, proposal] of asked.rows.entries()) {
    const needed = unmade.size === 0 ? undefined : proposal.needs.find((id) => unmade.has(id));
    const refusals = needed === undefined ? answers[asked.makings.length + index] : unmade.get(needed);
    if (refusals !== undefined && refusals.length > 0) refused.set(proposal.row, refusals);
  }
  // Of a long sheet mostly nothing is refused.
  if (refused.size === 0) return proposals;
  return proposals.map((proposal) => afterRules(proposal, refused.get(proposal.row) ?? [], kind, sheet));
}

/** Everything that the rows which are not wrong ask for, groups first: one act. */
export function actOf(proposals: readonly RowProposal[], makings: readonly Making[]): OneAct | null {
  const calls: SheetCall[] = neededMakings(proposals, makings).map(({ call }) => call);
  for (const proposal of proposals)
    if (proposal.state === 'new' || proposal.state === 'changed') calls.push(...proposal.calls);
  return asOneAct(calls);
}

/** Number of rows in each state. */
export function countsOf(proposals: readonly RowProposal[]): { readonly [S in RowProposal['state']]: number } {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { state } of proposals) counts[state] += 1;
  return counts;
}
