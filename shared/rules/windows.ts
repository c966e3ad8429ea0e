import type { Day } from '../kernel/day';
import type { Resources } from '../model/rows';
import { resourceNames } from '../model/vocabulary';
import type { Act } from './act';
import { refuse, type Refusal } from './refusals';

/** X1: `WINDOW_INVALID` when a window ends before it begins. */
export function refuseWindow(window: {
  readonly validFrom?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
}): readonly Refusal[] {
  const { validFrom, validUntil } = window;
  return validFrom != null && validUntil != null && validFrom > validUntil
    ? [refuse('WINDOW_INVALID', { validFrom, validUntil })]
    : [];
}

/** X1: the first day on which an allocation that is made now counts. */
export function countedFromNow(act: Act): { readonly countsFrom?: Day } {
  return act.rules === 1 ? {} : { countsFrom: act.today };
}

/**
 * X1: `WINDOW_INVALID` for an allocation that ends before today. One that is there already may be ended before today, as
 * long as it gives nothing more on any day.
 */
export function refuseEnded(act: Act, after: BlockWindow, before?: BlockWindow): readonly Refusal[] {
  if (act.rules === 1 || after.validUntil == null || after.validUntil >= act.today) return [];
  const givesLess =
    before !== undefined &&
    after.quantity <= before.quantity &&
    (after.validFrom ?? '') >= (before.validFrom ?? '') &&
    (before.validUntil == null || after.validUntil <= before.validUntil) &&
    resourceNames.every((resource) => (after.resources?.[resource] ?? 0) <= (before.resources?.[resource] ?? 0));
  return givesLess ? [] : [refuse('WINDOW_INVALID', { validUntil: after.validUntil, endsBefore: act.today })];
}

interface BlockWindow {
  readonly quantity: number;
  readonly validFrom?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
  readonly resources?: Resources | null | undefined;
}

/** D7: in an allowance and in the resources of `link.feature`, there are at least as many SIP numbers as apps. */
export function refuseResources(resources: Resources | null | undefined): readonly Refusal[] {
  const sip = resources?.sip ?? 0;
  const mobileApp = resources?.mobileApp ?? 0;
  return sip < mobileApp ? [refuse('SIP_BELOW_MOBILE', { sip, mobileApp })] : [];
}
