import { countryOfZone } from '../kernel/country-of-zone';
import type { AccountRow } from '../model/rows';

/** The country in which an account's phone numbers are read (U6): as somebody said, else that of its time zone. */
export function countryOf(account: Pick<AccountRow, 'country' | 'timeZone'>): string | null {
  return account.country ?? countryOfZone(account.timeZone);
}
