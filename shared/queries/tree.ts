import { z } from 'zod';
import type { View } from '../model/model';
import type { GroupKind } from '../model/rows';
import { defineQuery, id, licensesOfGroupOrRoot } from './query';

export interface TreeAnswer {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly children?: readonly TreeAnswer[];
}

/** The tree from a group down, in order; `depth` is how many levels below. */
export const treeQuery = defineQuery({
  name: 'tree',
  args: z.strictObject({ groupId: id.optional(), depth: z.int().min(0).optional() }),
  ...licensesOfGroupOrRoot,
  answer: ({ model }, { groupId, depth }): TreeAnswer =>
    treeBelow(model, groupId ?? model.account.rootId, depth ?? Number.POSITIVE_INFINITY),
});

function treeBelow(view: View, groupId: string, depth: number): TreeAnswer {
  const { id: own, name, kind } = view.group(groupId);
  return {
    id: own,
    name,
    kind,
    children: depth <= 0 ? [] : view.children(groupId).map((childId) => treeBelow(view, childId, depth - 1)),
  };
}
