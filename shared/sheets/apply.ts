import type { Refusal } from '../rules/refusals';
import type { Making } from './places';
import { afterRules } from './propose';
import type { RowProposal, Sheet, SheetCall, SheetKind } from './sheet';

/** One act, or several as one. */
export type OneAct = SheetCall | { readonly do: 'batch'; readonly args: { readonly do: SheetCall[] } };

/** Several acts as one that is done and taken back whole; `null` for none. */
function asOneAct(calls: readonly SheetCall[]): OneAct | null {
  const [only] = calls;
  if (only === undefined) return null;
  return calls.length === 1 ? only : { do: 'batch', args: { do: [...calls] } };
}

/** Questions to the rules about a sheet, in order: each group that is to be made, then each row that does something. */
export interface Questions {
  readonly calls: readonly OneAct[];
  readonly makings: readonly Making[];
  readonly rows: readonly RowProposal[];
}

export function questionsOf(proposals: readonly RowProposal[], makings: readonly Making[]): Questions {
  const needed = neededMakings(proposals, makings);
  const rows = proposals.filter(({ calls }) => calls.length > 0);
  return {
    makings: needed,
    rows,
    calls: [...needed.map(({ call }) => call), ...rows.flatMap(({ calls }) => asOneAct(calls) ?? [])],
  };
}

/** The groups that rows need which are not wrong. */
function neededMakings(proposals: readonly RowProposal[], makings: readonly Making[]): readonly Making[] {
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
  const refused = new Map(
    asked.rows.map(({ row, needs }, index) => [
      row,
      needs.map((id) => unmade.get(id)).find((found) => found !== undefined) ??
        answers[asked.makings.length + index] ??
        [],
    ]),
  );
  return proposals.map((proposal) => afterRules(proposal, refused.get(proposal.row) ?? [], kind, sheet));
}

/** Everything that the rows which are not wrong ask for, groups first: one act. */
export function actOf(proposals: readonly RowProposal[], makings: readonly Making[]): OneAct | null {
  return asOneAct([
    ...neededMakings(proposals, makings).map(({ call }) => call),
    ...proposals.flatMap(({ state, calls }) => (state === 'new' || state === 'changed' ? calls : [])),
  ]);
}

/** Number of rows in each state. */
export function countsOf(proposals: readonly RowProposal[]): { readonly [S in RowProposal['state']]: number } {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { state } of proposals) counts[state] += 1;
  return counts;
}
