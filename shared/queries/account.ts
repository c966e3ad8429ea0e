import type { Contract } from '../model/rows';
import { limitedReason } from '../rules/standing';
import { defineQuery, licensesOfAccount, nothing } from './query';

export interface AccountAnswer {
  readonly name: string;
  readonly timeZone: string;
  readonly paymentMethod: string;
  readonly outstanding: number;
  readonly contract: Contract;
  /** True when the account is limited (U10). */
  readonly limited: boolean;
}

export const accountQuery = defineQuery({
  name: 'account',
  args: nothing,
  ...licensesOfAccount,
  answer: ({ model }): AccountAnswer => {
    const { timeZone, paymentMethod, outstanding, contract } = model.account;
    return {
      name: model.root.name,
      timeZone,
      paymentMethod,
      outstanding,
      contract,
      limited: limitedReason(model) !== null,
    };
  },
});
