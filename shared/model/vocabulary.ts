/** Resources that can be counted: `sip` virtual numbers, `mobileApp` installations, `ukey` mobile keys, `sipTrunk` trunks. */
export const resourceNames = ['sip', 'mobileApp', 'ukey', 'sipTrunk'] as const;
export type Resource = (typeof resourceNames)[number];

/** Features that are on or off for a person. */
export const featureNames = [
  'virtualNumbers',
  'sipCalls',
  'mobileApp',
  'remoteOpening',
  'ukey',
  'forwarding',
  'advancedIntegrations',
  'calls',
  'voiceMenuUsers',
  'voiceMenuGroups',
  'crmIntegrations',
  'analytics',
  'powerDialer',
  'campaigns',
] as const;
export type Feature = (typeof featureNames)[number];

/** License types of the vendors. */
export const vendorTypeIds = [
  'link.trial',
  'link.basic',
  'link.basicPaid',
  'link.plus',
  'link.feature',
  'ringover.smart',
  'ringover.business',
  'ringover.advanced',
] as const;
export type VendorTypeId = (typeof vendorTypeIds)[number];
/** A license type of one's own: what the account added to the catalogue. */
export type OwnTypeId = `own.${string}`;
export type LicenseTypeId = VendorTypeId | OwnTypeId;

export function isOwnTypeId(id: string): id is OwnTypeId {
  return id.startsWith('own.');
}

/** Tells whether a text can be the id of a license type: of the vendors, or of one's own. */
export function isLicenseTypeId(id: unknown): id is LicenseTypeId {
  return (
    typeof id === 'string' &&
    ((vendorTypeIds as readonly string[]).includes(id) || /^own\.[A-Za-z0-9._:-]{1,60}$/.test(id))
  );
}

/** Modes of license types: `quota` types feed a pool with resources; `seat` types are held one by one. */
export const licenseModes = ['quota', 'seat'] as const;
export type LicenseMode = (typeof licenseModes)[number];

/** Kinds of groups, from what sells licenses down to where they are used. */
export const groupKinds = [
  'distributor',
  'dealer',
  'complex',
  'building',
  'entrance',
  'floor',
  'apartment',
  'office',
  'department',
  'custom',
] as const;

/** States of a group, in the order in which a project goes through them; `locked` forbids changes inside (D11). */
export const groupStatuses = ['draft', 'confirmed', 'commissioned', 'handedOver', 'locked'] as const;

/** Ways in which a group spends licenses (D1): its parent's pool, or only its own blocks. */
export const restrictions = ['inherit', 'own'] as const;

/** States of a person that can be set; an archived one is out of reach (U2). */
export const presentLifecycles = ['planned', 'invited', 'active'] as const;

/** Roles that the rights of section 6 go by: every role is one of these, or a named one on top of one. */
export const baseRoles = [
  'owner',
  'companyAdmin',
  'siteAdmin',
  'accountant',
  'technical',
  'supervisor',
  'concierge',
  'resident',
] as const;

/** Tables of the things that can have fields of one's own, by what a field is on. */
export const tableOfFields = { group: 'groups', user: 'users', device: 'devices', number: 'numbers' } as const;

export const numberKinds = ['sip', 'landline', 'mobile'] as const;
/** Kinds in the order in which a number is chosen where nobody names one (U1). */
export const numberKindsByChoice = ['landline', 'mobile', 'sip'] as const;
export const menuKinds = ['ivr', 'queue'] as const;
export const requestKinds = ['reduce', 'changeType', 'add'] as const;
export const paymentMethods = ['none', 'card', 'iban', 'invoice'] as const;
/** Policies for lowering a contract (U9): by the account itself, or only the vendor on request. */
export const reductionPolicies = ['selfService', 'request'] as const;
/** Rhythms in which a reminder is repeated until the end (X4). */
export const reminderRepeats = ['once', 'daily', 'weekly', 'every30Days'] as const;
