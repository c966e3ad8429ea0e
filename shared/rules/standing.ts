import type { View } from '../model/model';

/** U10: why the account is limited, or null when it is in good standing. */
export function limitedReason(view: View): 'paymentMethod' | 'outstanding' | null {
  const { paymentMethod, outstanding } = view.account;
  if (paymentMethod === 'none') return 'paymentMethod';
  return outstanding > 0 ? 'outstanding' : null;
}
