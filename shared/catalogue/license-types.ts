import type { TypeRow } from '../model/rows';
import { isOwnTypeId, type Feature, type LicenseMode, type LicenseTypeId, type Resource } from '../model/vocabulary';

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
  /** Name of a type of one's own; those of the vendors have theirs in every language. */
  readonly name?: string;
  /** True for a type of one's own of which no more is bought. */
  readonly retired?: boolean;
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

/** License types of the vendors, in the catalogue's order. */
export const vendorTypes: readonly LicenseType[] = [
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

/** License types that there are in an account, in the catalogue's order: those of the vendors, then its own by id. */
export interface Catalogue {
  readonly types: readonly LicenseType[];
  /** Types that are held one by one, the vendors' lowest rank first. */
  readonly seatTypes: readonly LicenseType[];
  readonly quotaTypes: readonly LicenseType[];
  /** Quota types counted by units × resources in a pool's capacity (D6): neither the trial (unlimited) nor `link.feature` (its own resources). */
  readonly countedQuotaTypes: readonly LicenseType[];
  /** The entry of a type that exists; asking for another is a defect. */
  type(id: LicenseTypeId): LicenseType;
  /** The entry of a type, or nothing. */
  find(id: string): LicenseType | undefined;
}

/** The entry of one of the vendors' types, which are known without an account; nothing for a type of one's own. */
export function vendorType(id: LicenseTypeId): LicenseType | undefined {
  return vendors.find(id);
}

/** Whatever knows which types of one's own there are. */
export interface KnowsOwnTypes {
  ownTypes(): readonly TypeRow[];
}

/** The catalogue of an account: what the vendors publish, and its own types. */
export function catalogueOf(view: KnowsOwnTypes): Catalogue {
  const rows = view.ownTypes();
  if (rows.length === 0) return vendors;
  let catalogue = catalogues.get(rows);
  if (catalogue === undefined) {
    catalogue = catalogueOfTypes([...vendorTypes, ...rows.map(typeOfRow)]);
    catalogues.set(rows, catalogue);
  }
  return catalogue;
}

/** The entry of a type in an account. */
export function licenseType(view: KnowsOwnTypes, id: LicenseTypeId): LicenseType {
  return catalogueOf(view).type(id);
}

function typeOfRow(row: TypeRow): LicenseType {
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    resources: row.unit,
    features: row.features,
    source: 'purchase',
    rank: row.rank,
    fallsBackTo: row.fallsBackTo,
    adjustable: false,
    retired: row.retired,
  };
}

function catalogueOfTypes(given: readonly LicenseType[]): Catalogue {
  const byId = new Map<string, LicenseType>(given.map((type) => [type.id, type]));
  // A fallback that is gone, of another mode or no lower is none: so a chain always ends, whatever an undo brought back.
  for (const type of given.filter(({ id }) => isOwnTypeId(id))) {
    const next = type.fallsBackTo === null ? undefined : byId.get(type.fallsBackTo);
    if (type.fallsBackTo !== null && (next?.mode !== type.mode || next.rank >= type.rank))
      byId.set(type.id, { ...type, fallsBackTo: null });
  }
  const all = [...byId.values()];
  const seatTypes = all.filter(({ mode }) => mode === 'seat');
  const quotaTypes = all.filter(({ mode }) => mode === 'quota');
  return {
    types: all,
    seatTypes,
    quotaTypes,
    countedQuotaTypes: quotaTypes.filter(({ id }) => id !== 'link.trial' && id !== 'link.feature'),
    type(id) {
      const type = byId.get(id);
      if (type === undefined) throw new Error(`no license type ${id}`);
      return type;
    },
    find: (id) => byId.get(id),
  };
}

const vendors = catalogueOfTypes(vendorTypes);
/** Catalogues by the rows they were made of: rows are replaced, never changed. */
const catalogues = new WeakMap<readonly TypeRow[], Catalogue>();

/** Types that are bought by the unit; those that are not bought any more only where they are asked for. */
export function boughtByUnit(types: readonly LicenseType[], including?: 'retired'): readonly LicenseType[] {
  return types.filter(
    ({ source, id, retired }) =>
      source === 'purchase' && id !== 'link.feature' && (retired !== true || including === 'retired'),
  );
}

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
