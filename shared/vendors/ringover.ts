/** A license plan of the vendor's account. */
export interface RingoverPlan {
  readonly id: string;
  readonly name: string;
  readonly used: number;
  readonly bought: number;
}

/** A person of the vendor's account. Numbers are `+` and digits, the first one is that of the seat. */
export interface RingoverUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly numbers: readonly string[];
  readonly plan: { readonly id: string; readonly name: string } | null;
}

/** Whom a number of the vendor's account leads to; `null` for a free one. */
export type RingoverTarget = { readonly kind: 'user' | 'ivr' | 'conference'; readonly id: string };

export interface RingoverNumber {
  readonly number: string;
  readonly label: string;
  readonly to: RingoverTarget | null;
}

/** A voice menu (`ivr`) or a ring group (`queue`). `users` is `null` where its members could not be read. */
export interface RingoverMenu {
  readonly id: string;
  readonly kind: 'ivr' | 'queue';
  readonly name: string;
  readonly numbers: readonly string[];
  readonly users: readonly string[] | null;
}

/** Part of the account that the key does not show. `someUsers`: the list holds fewer people than the account has. */
export type RingoverGap = 'numbers' | 'ivrs' | 'groups' | 'plans' | 'someUsers';

/** The vendor's account as it was read. */
export interface RingoverAccount {
  readonly team: { readonly id: string; readonly name: string };
  readonly plans: readonly RingoverPlan[];
  readonly users: readonly RingoverUser[];
  readonly numbers: readonly RingoverNumber[];
  readonly menus: readonly RingoverMenu[];
  readonly gaps: readonly RingoverGap[];
}

/** A call that changes the vendor's account. There is none that deletes: with `DELETED` the numbers would go along (U4). */
export type RingoverCall =
  | {
      readonly call: 'invite';
      /** The person here. */
      readonly userId: string;
      readonly firstName: string;
      readonly lastName: string;
      readonly email: string;
      readonly number: string | null;
      readonly planId: string;
      /** Who invites, by the vendor's id. */
      readonly invitedBy: string;
    }
  | { readonly call: 'archive'; readonly vendorUser: string }
  | {
      readonly call: 'route';
      readonly number: string;
      readonly to: { readonly kind: 'user' | 'ivr'; readonly id: string };
    }
  | {
      readonly call: 'addMembers' | 'removeMembers';
      readonly vendorGroup: string;
      readonly vendorUsers: readonly string[];
    };

/** A call as it goes out: what is shown before is what is sent. */
export interface RingoverRequest {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
}

/** The vendor's ids are numbers; one that is none is sent as it came. */
function vendorId(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

function vendorNumber(number: string): number | string {
  return vendorId(number.replace(/^\+/, ''));
}

/** The request of a call. */
export function requestOf(call: RingoverCall): RingoverRequest {
  switch (call.call) {
    case 'invite':
      return {
        method: 'POST',
        path: '/users/invite',
        body: {
          invited_by: vendorId(call.invitedBy),
          users: [
            {
              ...(call.number === null ? {} : { number: vendorNumber(call.number) }),
              email: call.email,
              firstname: call.firstName,
              lastname: call.lastName,
              plan_id: vendorId(call.planId),
            },
          ],
        },
      };
    case 'archive':
      return { method: 'DELETE', path: `/users/${encodeURIComponent(call.vendorUser)}?type=ARCHIVED`, body: null };
    case 'route':
      return {
        method: 'PATCH',
        path: `/numbers/${encodeURIComponent(call.number.replace(/^\+/, ''))}`,
        body: call.to.kind === 'user' ? { user_id: vendorId(call.to.id) } : { ivr_id: vendorId(call.to.id) },
      };
    case 'addMembers':
    case 'removeMembers':
      return {
        method: call.call === 'addMembers' ? 'POST' : 'DELETE',
        path: `/groups/${encodeURIComponent(call.vendorGroup)}/users`,
        body: call.vendorUsers.map(vendorId),
      };
  }
}

/** A name in the two parts that the vendor has: the last word is the last name, unless a comma says otherwise. */
export function nameParts(name: string): { readonly firstName: string; readonly lastName: string } {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma !== null) return { firstName: comma[2]?.trim() ?? '', lastName: comma[1]?.trim() ?? '' };
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.at(-1) ?? '') : '';
  return { firstName: (words.length > 1 ? words.slice(0, -1) : words).join(' '), lastName };
}

/** A person's name in one. */
export function nameOf({ firstName, lastName }: Pick<RingoverUser, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}
