import type { Day } from '../kernel/day';
import type { Resources } from '../model/rows';
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

/** D7: in an allowance and in the resources of `link.feature`, there are at least as many SIP numbers as apps. */
export function refuseResources(resources: Resources | null | undefined): readonly Refusal[] {
  const sip = resources?.sip ?? 0;
  const mobileApp = resources?.mobileApp ?? 0;
  return sip < mobileApp ? [refuse('SIP_BELOW_MOBILE', { sip, mobileApp })] : [];
}
