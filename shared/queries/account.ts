import type { Continued, Contract } from '../model/rows';
import { countryOf } from '../rules/country';
import { limitedReason } from '../rules/standing';
import { defineQuery, licensesOfAccount, nothing } from './query';

export interface AccountAnswer {
  readonly name: string;
  readonly timeZone: string;
  readonly paymentMethod: string;
  readonly outstanding: number;
  readonly contract: Contract;
  /** ISO 4217; none until somebody has said it. */
  readonly currency: string | null;
  /** ISO 3166: where phone numbers are read; from the time zone until somebody has said otherwise. */
  readonly country: string | null;
  /** Account that this one goes on from; `null` where it was begun as a new one. */
  readonly continues: Continued | null;
  /** True when the account is limited (U10). */
  readonly limited: boolean;
}

export const accountQuery = defineQuery({
  name: 'account',
  args: nothing,
  ...licensesOfAccount,
  answer: ({ model }): AccountAnswer => {
    const { timeZone, paymentMethod, outstanding, contract, currency = null, continues = null } = model.account;
    return {
      name: model.root.name,
      timeZone,
      paymentMethod,
      outstanding,
      contract,
      currency,
      country: countryOf(model.account),
      continues,
      limited: limitedReason(model) !== null,
    };
  },
});
