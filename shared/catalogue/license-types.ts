import type { Feature, LicenseTypeId, Resource } from '../model/vocabulary';

export type LicenseMode = 'quota' | 'seat';

/** An entry of the catalogue (docs/domain.md, section 2): what one unit gives, and how it is counted. */
export interface LicenseType {
  readonly id: LicenseTypeId;
  /** `quota` types feed a pool with resources; `seat` types are held one by one. */
  readonly mode: LicenseMode;
  /** Resources of one unit before any contract changes them (`catalogue.setUnit`); empty where the block or nothing says them. */
  readonly resources: { readonly [R in Resource]?: number };
  /** Features of the type; for `link.feature` they follow from the resources present (`featuresOfResources`). */
  readonly features: readonly Feature[];
  /** Way in which blocks of the type come to be on the root, or through a device. */
  readonly source: 'purchase' | 'trial' | 'device';
  /** The higher, the more it gives: decides which type serves a pool (X3). */
  readonly rank: number;
  /** The type that is tried next when a seat is not honoured (X3). */
  readonly fallsBackTo: LicenseTypeId | null;
  /** True when contract quantities may replace `resources`. */
  readonly adjustable: boolean;
}

const basicFeatures: readonly Feature[] = ['virtualNumbers', 'sipCalls', 'mobileApp'];
const plusFeatures: readonly Feature[] = [
  ...basicFeatures,
  'remoteOpening',
  'ukey',
  'forwarding',
  'advancedIntegrations',
];
const smartFeatures: readonly Feature[] = ['calls', 'voiceMenuUsers'];
const businessFeatures: readonly Feature[] = [...smartFeatures, 'voiceMenuGroups', 'crmIntegrations', 'analytics'];

/** At most this many mobile numbers on one seat, its own counted (U5). */
export const maxMobileNumbers = 3;

const types: readonly LicenseType[] = [
  {
    id: 'link.trial',
    mode: 'quota',
    resources: {},
    features: plusFeatures,
    source: 'trial',
    rank: 40,
    fallsBackTo: 'link.basic',
    adjustable: false,
  },
  {
    id: 'link.basic',
    mode: 'quota',
    resources: { sip: 2, mobileApp: 2 },
    features: basicFeatures,
    source: 'device',
    rank: 10,
    fallsBackTo: null,
    adjustable: true,
  },
  {
    id: 'link.basicPaid',
    mode: 'quota',
    resources: { sip: 2, mobileApp: 2 },
    features: basicFeatures,
    source: 'purchase',
    rank: 20,
    fallsBackTo: 'link.basic',
    adjustable: true,
  },
  {
    id: 'link.plus',
    mode: 'quota',
    resources: { sip: 4, mobileApp: 4, ukey: 4, sipTrunk: 1 },
    features: plusFeatures,
    source: 'purchase',
    rank: 30,
    fallsBackTo: 'link.basicPaid',
    adjustable: true,
  },
  {
    id: 'link.feature',
    mode: 'quota',
    resources: {},
    features: [],
    source: 'purchase',
    rank: 25,
    fallsBackTo: 'link.basic',
    adjustable: false,
  },
  {
    id: 'ringover.smart',
    mode: 'seat',
    resources: {},
    features: smartFeatures,
    source: 'purchase',
    rank: 10,
    fallsBackTo: null,
    adjustable: false,
  },
  {
    id: 'ringover.business',
    mode: 'seat',
    resources: {},
    features: businessFeatures,
    source: 'purchase',
    rank: 20,
    fallsBackTo: 'ringover.smart',
    adjustable: false,
  },
  {
    id: 'ringover.advanced',
    mode: 'seat',
    resources: {},
    features: [...businessFeatures, 'powerDialer', 'campaigns'],
    source: 'purchase',
    rank: 30,
    fallsBackTo: 'ringover.business',
    adjustable: false,
  },
];

const typesById = new Map<string, LicenseType>(types.map((type) => [type.id, type]));

/** The catalogue's entry of a type. Only ids of the catalogue exist in rows, so a missing one is a defect. */
export function licenseType(id: LicenseTypeId): LicenseType {
  const type = typesById.get(id);
  if (type === undefined) throw new Error(`no license type ${id}`);
  return type;
}

/** Every license type, in the catalogue's order. */
export const licenseTypes: readonly LicenseType[] = types;

/** Quota types counted by units × resources in a pool's capacity (D6): neither the trial (unlimited) nor `link.feature` (its own resources). */
export const countedQuotaTypes: readonly LicenseType[] = types.filter(
  (type) => type.mode === 'quota' && type.id !== 'link.trial' && type.id !== 'link.feature',
);

/** Types that are held one by one, lowest rank first. */
export const seatTypeIds: readonly LicenseTypeId[] = types
  .filter((type) => type.mode === 'seat')
  .map((type) => type.id);

/** Features that a `link.feature` block gives: those of each resource present. */
export function featuresOfResources(resources: { readonly [R in Resource]?: number }): readonly Feature[] {
  const features: Feature[] = [];
  if (resources.sip) features.push('virtualNumbers', 'sipCalls');
  if (resources.mobileApp) features.push('mobileApp');
  if (resources.ukey) features.push('ukey');
  if (resources.sipTrunk) features.push('forwarding');
  return features;
}

/** Features that are off while the account is limited (U10). */
export const featuresOffWhenLimited: readonly Feature[] = [
  'crmIntegrations',
  'analytics',
  'powerDialer',
  'campaigns',
  'advancedIntegrations',
];
