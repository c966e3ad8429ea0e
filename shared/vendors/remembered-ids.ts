import type { View } from '../model/model';
import { vendorTypeIds, type LicenseTypeId } from '../model/vocabulary';
import { vendorType } from '../catalogue/license-types';
import type { RingoverPlan } from './ringover';
import type { VendorAct } from './vendor-failure';

/**
 * Fields of remembered ids. What is remembered of the vendors' systems lies in the account itself, in fields with these ids, so that the next comparison
 * knows who is who on every computer. A key or a password never lies there.
 */
export const ringoverUserField = 'vendor.ringover.user';
export const ringoverTeamField = 'vendor.ringover.team';
export const ringoverPlansField = 'vendor.ringover.plans';
export const panelAddressField = 'vendor.basip.address';

const fieldsOfRingover = [
  { id: ringoverUserField, on: 'user', name: 'Ringover user', kind: 'text' },
  { id: ringoverTeamField, on: 'group', name: 'Ringover account', kind: 'text' },
  { id: ringoverPlansField, on: 'group', name: 'Ringover plans', kind: 'text' },
] as const;
const fieldsOfPanels = [{ id: panelAddressField, on: 'device', name: 'Panel address', kind: 'text' }] as const;

/** Acts that define the fields which are not there yet. */
export function defineFields(view: Pick<View, 'row'>, vendor: 'ringover' | 'panels'): readonly VendorAct[] {
  const fields: readonly { readonly id: string }[] = vendor === 'ringover' ? fieldsOfRingover : fieldsOfPanels;
  return fields
    .filter(({ id }) => view.row('fields', id) === undefined)
    .map((field) => ({ do: 'field.define', args: { ...field } }));
}

/** License types by the ids of the vendor's plans; `null` for a plan that is not taken over. */
export type PlanTypes = ReadonlyMap<string, LicenseTypeId | null>;

/** A plan's type by its name alone, to be confirmed by a person. */
export function guessedType(planName: string): LicenseTypeId | null {
  const name = planName.toLowerCase();
  return ringoverTypes.find((type) => name.includes(type.replace('ringover.', ''))) ?? null;
}

/** Types that are held one by one, which the vendor's plans can be. */
export const ringoverTypes: readonly LicenseTypeId[] = vendorTypeIds.filter((id) => vendorType(id)?.mode === 'seat');

/** The table of plans that a person confirmed for an office: `12=ringover.smart; 13=-`. */
export function keptPlanTypes(text: unknown): PlanTypes {
  const kept = new Map<string, LicenseTypeId | null>();
  if (typeof text !== 'string') return kept;
  for (const part of text.split(';')) {
    const [id = '', type = ''] = part.split('=').map((word) => word.trim());
    const known = ringoverTypes.find((one) => one === type);
    if (id !== '' && (known !== undefined || type === '-')) kept.set(id, known ?? null);
  }
  return kept;
}

export function writtenPlanTypes(types: PlanTypes): string {
  return [...types]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, type]) => `${id}=${type ?? '-'}`)
    .join('; ');
}

/** The table for these plans: what was confirmed before, else a guess by the name. */
export function planTypesFor(plans: readonly RingoverPlan[], kept: PlanTypes): PlanTypes {
  return new Map(plans.map(({ id, name }) => [id, kept.has(id) ? (kept.get(id) ?? null) : guessedType(name)]));
}

/** True where a plan is among them about which nobody has said what it is. */
export function asksAboutPlans(plans: readonly RingoverPlan[], kept: PlanTypes): boolean {
  return plans.some(({ id }) => !kept.has(id));
}
