import type { Act } from '../rules/act';
import { refuse, type Refusal } from '../rules/refusals';
import type { CommitHistory } from './commit-history';

/** G11: ids that begin with a commit's id and a dot belong to what that commit made; nobody else gives them. */
export function refuseReservedIds(act: Act, history: CommitHistory, args: object): readonly Refusal[] {
  if (act.rules === 1) return [];
  return (
    givenIds(args)
      // An id that is there already names what is to be changed, or is refused as used.
      .filter((id) => act.model.tableOf(id) === undefined && isReserved(id, act.context.commit, history))
      .map((id) => refuse('ID_TAKEN', { id }))
  );
}

function isReserved(id: string, own: string, history: CommitHistory): boolean {
  for (let dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
    const beginning = id.slice(0, dot);
    if (beginning !== own && history.find(beginning) !== undefined) return true;
  }
  return false;
}

/** The ids that an act gives to what it makes. */
function givenIds(args: object): readonly string[] {
  const { id, blockId, serial, allocate } = args as {
    readonly id?: unknown;
    readonly blockId?: unknown;
    readonly serial?: unknown;
    readonly allocate?: readonly { readonly id?: unknown }[];
  };
  // Elsewhere a block's id names one that exists.
  const given = [id, serial === undefined ? undefined : blockId, ...(allocate ?? []).map((one) => one.id)];
  return given.filter((one) => typeof one === 'string');
}
