import type { LicenseTypeId } from '../model/vocabulary';
import type { RingoverCall } from './ringover';
import type { VendorAct } from './vendor-failure';

/** One side of a line, as far as it is compared. */
export interface LineSide {
  readonly name: string;
  readonly email?: string;
  /** Name of the plan there; a license type stands beside it. */
  readonly plan?: string;
  readonly typeId?: LicenseTypeId | null;
  readonly numbers?: readonly string[];
  readonly members?: readonly string[];
  readonly quantity?: number;
  readonly used?: number;
  readonly isArchived?: boolean;
}

export type Difference = 'name' | 'email' | 'license' | 'numbers' | 'members' | 'quantity' | 'archived';

/** Reasons why a person does something by hand in the vendor's dashboard, or asks the vendor for it. */
export type HandReason =
  'makeMenu' | 'routeToGroup' | 'editPerson' | 'unarchive' | 'noEmail' | 'noSeat' | 'invitedBefore' | 'listNotWhole';
export type VendorReason = 'quantity' | 'plan' | 'noUnitLeft' | 'noPlan' | 'number';

/** Part of a push: Trellis does it, a person does it by hand in the dashboard, or the vendor is asked. */
export type PushPart =
  | { readonly by: 'trellis'; readonly call: RingoverCall }
  | { readonly by: 'hand'; readonly what: HandReason }
  | { readonly by: 'vendor'; readonly what: VendorReason };

/** Acts of a pull. What gives numbers and licenses back comes before what takes them, over all lines. */
export interface PullPart {
  readonly frees: readonly VendorAct[];
  readonly takes: readonly VendorAct[];
}

/** One thing side by side: there, here, and what to do about it in each direction. */
export interface RingoverLine {
  readonly id: string;
  readonly kind: 'plan' | 'user' | 'number' | 'menu';
  readonly name: string;
  readonly there: LineSide | null;
  readonly here: LineSide | null;
  readonly differs: readonly Difference[];
  readonly state: 'same' | 'onlyThere' | 'onlyHere' | 'differs';
  readonly pull: PullPart;
  readonly push: readonly PushPart[];
  /** It takes something from somebody: left out unless a person wants it. */
  readonly isCareful: boolean;
}

export const nothingToPull: PullPart = { frees: [], takes: [] };

export function pulls({ pull }: RingoverLine): boolean {
  return pull.frees.length + pull.takes.length > 0;
}

export function sends({ push }: RingoverLine): boolean {
  return push.some(({ by }) => by === 'trellis');
}

/** State of a line by its sides and differences. */
export function stateOf(
  there: LineSide | null,
  here: LineSide | null,
  differs: readonly Difference[],
): RingoverLine['state'] {
  if (here === null) return 'onlyThere';
  if (there === null) return 'onlyHere';
  return differs.length > 0 ? 'differs' : 'same';
}
