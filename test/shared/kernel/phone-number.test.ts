import fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { readPhoneNumber, storedPhoneNumber } from '#core/kernel/phone-number';

const callingCodes = [
  ...new Set(getCountries().map((country) => getCountryCallingCode(country))),
  '800',
  '979',
  '999',
  '210',
];

describe('a phone number as it is stored', () => {
  it('is what the library makes of it, of every calling code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...callingCodes), fc.stringMatching(/^[0-9]{3,13}$/), (code, national) => {
        const typed = `+${code}${national}`;
        const reading = readPhoneNumber(typed, 'DE');
        expect([typed, storedPhoneNumber(typed, 'DE')]).toEqual([typed, reading.ok ? reading.value : null]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('loses what is dialled only within its country', () => {
    expect(storedPhoneNumber('+49030901801', '')).toBe('+4930901801');
    expect(storedPhoneNumber('+390612345678', '')).toBe('+390612345678');
    expect(storedPhoneNumber('+4930', '')).toBeNull();
  });
});
