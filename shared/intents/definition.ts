import type { z } from 'zod';
import type { Sliced } from '../kernel/slices';
import type { View } from '../model/model';
import { isOwnTypeId, type LicenseTypeId } from '../model/vocabulary';
import type { Act } from '../rules/act';
import type { Bounds, Problem } from '../rules/problems';
import type { RulesVersion } from '../rules/version';
import { refuse, type Refusal } from '../rules/refusals';
import type { CommitHistory } from './commit-history';

type Made = readonly Refusal[] | void;

/**
 * One intent: its name, the shape of its arguments, and the steps in which it is judged. A step that finds refusals ends the judgement,
 * so later steps may rely on earlier ones: 1 the shape, 2 `exists`, 3 `permits`, 4 `fits`, then `make` changes the model; step 5
 * (amounts) is judged from the changes themselves. `make` returns refusals of step 5 that only it can see (no number to be had);
 * everything it changed is then taken back. Where it may change tens of thousands of rows it works in slices.
 */
export interface Intent<N extends string = string, S extends z.ZodType = z.ZodType> {
  readonly name: N;
  /** The version of the rules that brought it; missing for the first. */
  readonly since?: RulesVersion;
  /** Arguments that version 2 brought to an older intent, as paths: unknown to a commit of version 1. */
  readonly argumentsSince2?: readonly string[];
  /** G1: whatever is wrong by the arguments alone. */
  readonly args: S;
  /** G2: ids that must exist, and ids that must not. */
  exists(view: View, args: z.output<S>, act: Act): readonly Refusal[];
  /** Section 6 and P1–P3. */
  permits(view: View, args: z.output<S>, act: Act): readonly Refusal[];
  /** The thing itself. */
  fits(view: View, args: z.output<S>, act: Act): readonly Refusal[];
  /** The acts before it, where they stand against it. Left out where only the account counts. */
  past?(history: CommitHistory, args: z.output<S>): readonly Refusal[];
  make(act: Act, args: z.output<S>): Made | Sliced<Made>;
}

/** Puts an intent together; the types of its arguments follow from their shape. */
export function defineIntent<const N extends string, S extends z.ZodType>(intent: Intent<N, S>): Intent<N, S> {
  return intent;
}

/** Kinds of things that a reference may name. */
export type EntityKind =
  | 'group'
  | 'block'
  | 'user'
  | 'seat'
  | 'number'
  | 'menu'
  | 'device'
  | 'role'
  | 'request'
  | 'range'
  | 'reservation'
  | 'grant'
  | 'plan'
  | 'field'
  | 'type';

const tableOfKind = {
  group: 'groups',
  block: 'blocks',
  user: 'users',
  seat: 'seats',
  number: 'numbers',
  menu: 'menus',
  device: 'devices',
  role: 'roles',
  request: 'requests',
  range: 'ranges',
  reservation: 'reservations',
  grant: 'grants',
  plan: 'plans',
  field: 'fields',
  type: 'types',
} as const;

/** `NOT_FOUND` for a reference to nothing of that kind; a missing reference is none. */
export function mustExist(view: View, kind: EntityKind, id: string | undefined): readonly Refusal[] {
  if (id === undefined || view.row(tableOfKind[kind], id) !== undefined) return [];
  return [refuse('NOT_FOUND', { kind, id })];
}

/** `NOT_FOUND` for license types of one's own that there are none of. */
export function mustKnowTypes(view: View, ...typeIds: readonly (LicenseTypeId | undefined)[]): readonly Refusal[] {
  return typeIds.flatMap((id) => (id !== undefined && isOwnTypeId(id) ? mustExist(view, 'type', id) : []));
}

/** D14: problem of buying more of a type of one's own that is retired. */
export function refuseRetired(view: View, id: LicenseTypeId, path = 'typeId'): readonly Refusal[] {
  return isOwnTypeId(id) && view.row('types', id)?.retired === true ? [invalid(path, 'typeRetired', {}, 'D14')] : [];
}

/** `DUPLICATE_ID` for an id that is, or was ever, used; a missing one is derived later. */
export function mustBeNew(view: View, id: string | undefined): readonly Refusal[] {
  return id === undefined || view.tableOf(id) === undefined ? [] : [refuse('DUPLICATE_ID', { id })];
}

/** Refusal of an argument. `rule` is the one that the state breaks, where it is not wrong by the arguments alone (G1). */
export function invalid(path: string, problem: Problem, bounds: Bounds = {}, rule?: string): Refusal {
  return refuse('INVALID', { path, problem, ...bounds }, rule);
}

/** A partial object without the keys that are not given. */
export function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
