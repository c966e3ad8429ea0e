/** Every code a refusal can have, with the id of the rule under which it stands in the domain. */
export const ruleOfCode = {
  INVALID: 'G1',
  NAME_REQUIRED: 'G1',
  DUPLICATE_NAME: 'G1',
  NOT_FOUND: 'G2',
  DUPLICATE_ID: 'G2',
  STALE: 'G3',
  ROLE_IN_USE: 'G4',
  DUPLICATE_SERIAL: 'G4',
  DEVICE_BLOCK: 'G4',
  NOT_PERMITTED: 'P1',
  PEER_ADMIN: 'P1',
  LAST_OWNER: 'P2',
  LAST_OWNER_KEY: 'P2',
  SELF_DELETE: 'P3',
  BLOCKS_PRESENT: 'D1',
  ROOT_ONLY: 'D2',
  NOT_RESTRICTED: 'D2',
  POOL_EXCEEDED: 'D3',
  NO_LICENSE_AVAILABLE: 'D3',
  BELOW_ALLOCATED: 'D3',
  QUOTA_EXCEEDED: 'D6',
  SIP_BELOW_MOBILE: 'D7',
  NOT_TRANSFERABLE: 'D10',
  POOL_CHANGE: 'D10',
  CYCLE: 'D11',
  ROOT: 'D11',
  PROTECTED: 'D11',
  LOCKED: 'D11',
  NO_NUMBER_AVAILABLE: 'U1',
  ALREADY_LICENSED: 'U2',
  SEAT_REQUIRED: 'U2',
  USER_ARCHIVED: 'U2',
  MOBILE_LIMIT: 'U5',
  DUPLICATE_NUMBER: 'U6',
  ALLOWANCE_EXCEEDED: 'U7',
  NUMBER_IN_USE: 'U7',
  SEAT_NUMBER: 'U7',
  NOT_ATTACHED: 'U7',
  REQUEST_REQUIRED: 'U9',
  COMMITMENT_FLOOR: 'U9',
  ACCOUNT_LIMITED: 'U10',
  TYPE_INCOMPATIBLE: 'U11',
  WINDOW_INVALID: 'X1',
  UNSIGNED: 'S1',
  BAD_SIGNATURE: 'S2',
  NOT_ADMITTED: 'S3',
  WRONG_AUTHOR: 'S4',
  RESERVED: 'D12',
  DAY_OUT_OF_RANGE: 'G9',
  DEFECT: 'G10',
  ID_TAKEN: 'G11',
  HISTORY_SHORTENED: 'G12',
} as const;

export type RefusalCode = keyof typeof ruleOfCode;

/** Why an intent was not done: which rule, and the parameters that make it concrete (pools, ids, numbers, days). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly rule: string;
  readonly [parameter: string]: unknown;
}

/** Every code a warning can have. */
export const warningCodes = ['SHORT_LATER', 'MENU_GROUPS_REMOVED', 'NUMBER_UNUSUAL', 'NUMBER_REPEATED'] as const;

export type WarningCode = (typeof warningCodes)[number];

/** Consequence of an intent that was done, for its author to know. */
export interface Warning {
  readonly code: WarningCode;
  readonly [parameter: string]: unknown;
}

/** A refusal of a code, under its rule. `rule` may be given where a code stands under two (ROOT: D2 for allocations, SEAT_REQUIRED: U5 for mobiles). */
export function refuse(
  code: RefusalCode,
  parameters: { readonly [name: string]: unknown } = {},
  rule: string = ruleOfCode[code],
): Refusal {
  return { code, rule, ...parameters };
}
