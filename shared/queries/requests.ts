import { compareText } from '../kernel/text';
import type { RequestRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { defineQuery, licensesOfAccount, nothing } from './query';

export interface RequestAnswer {
  readonly id: string;
  readonly kind: RequestRow['kind'];
  readonly blockId: string | null;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly status: 'open' | 'approved' | 'rejected';
  readonly note: string;
}

export const requestsQuery = defineQuery({
  name: 'requests',
  args: nothing,
  ...licensesOfAccount,
  answer: ({ model }): readonly RequestAnswer[] =>
    [...model.rows('requests')].sort((one, other) => compareText(one.id, other.id)),
});
