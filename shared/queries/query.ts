import { z } from 'zod';
import { isDay } from '../kernel/day';
import type { View } from '../model/model';
import type { Right } from '../rules/permission';
import type { Problem } from '../rules/problems';
import { refuse, type Refusal } from '../rules/refusals';
import type { Question } from './question';

/** One query: its name, the shape of its arguments, what must exist, which right it needs and where, and what it answers. */
export interface Query<N extends string = string, S extends z.ZodType = z.ZodType, A = unknown> {
  readonly name: N;
  readonly args: S;
  exists?(view: View, args: z.output<S>): readonly Refusal[];
  /** The right a reader needs, and at which group (`null`: the whole account). No right: local matters that anybody may see. */
  needs?(view: View, args: z.output<S>): { readonly right: Right; readonly at: string | null };
  /** The right that a reader must have somewhere: the answer keeps to where he has it. */
  readonly needsSomewhere?: Right;
  answer(question: Question, args: z.output<S>): A;
}

/** Puts a query together; its types follow from its arguments and its answer. */
export function defineQuery<const N extends string, S extends z.ZodType, A>(query: Query<N, S, A>): Query<N, S, A> {
  return query;
}

/** Answer to a query about what is not there, or may not be read. */
export interface Refused {
  readonly refusals: readonly Refusal[];
}

// ---- arguments ----

export const day = z.string().refine(isDay, 'notADay' satisfies Problem);
export const id = z.string().max(200);
export const nothing = z.strictObject({});
export const ofGroup = z.strictObject({ groupId: id });
export const ofGroups = z.strictObject({ groupId: id, subgroups: z.boolean().optional() });
/** A group, or the whole account where none is named. */
export const ofGroupOrAccount = z.strictObject({ groupId: id.optional() });

// ---- existence and rights ----

interface OfGroup {
  readonly groupId: string;
}
interface OfGroupOrAccount {
  readonly groupId?: string | undefined;
}

export function groupExists(view: View, groupId: string | undefined): readonly Refusal[] {
  return groupId === undefined || view.row('groups', groupId) !== undefined
    ? []
    : [refuse('NOT_FOUND', { kind: 'group', id: groupId })];
}

/** For who may read the people of the group that is asked about. */
export const peopleOfGroup = {
  exists: (view: View, args: OfGroup) => groupExists(view, args.groupId),
  needs: (_view: View, args: OfGroup) => ({ right: 'read' as const, at: args.groupId }),
};
/** For who may read the licenses of the group that is asked about. */
export const licensesOfGroup = {
  exists: (view: View, args: OfGroup) => groupExists(view, args.groupId),
  needs: (_view: View, args: OfGroup) => ({ right: 'readLicenses' as const, at: args.groupId }),
};
/** For who may read the licenses of a group, or of the root where none is named. */
export const licensesOfGroupOrRoot = {
  exists: (view: View, args: OfGroupOrAccount) => groupExists(view, args.groupId),
  needs: (view: View, args: OfGroupOrAccount) => ({
    right: 'readLicenses' as const,
    at: args.groupId ?? view.account.rootId,
  }),
};
/** For who may read the licenses of the whole account. */
export const licensesOfAccount = { needs: () => ({ right: 'readLicenses' as const, at: null }) };
/** For who may read anybody. */
export const anywhere = { needsSomewhere: 'read' as const };
/** For who may read licenses anywhere. */
export const anything = { needsSomewhere: 'readLicenses' as const };
