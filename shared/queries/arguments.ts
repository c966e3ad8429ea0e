import { z } from 'zod';
import { isDay } from '../kernel/day';
import type { Problem } from '../rules/problems';
import type { QueryName } from './answers';
import { smartListNames } from './smart-lists';

const day = z.string().refine(isDay, 'notADay' satisfies Problem);
const id = z.string().max(200);
const nothing = z.strictObject({});
const ofGroup = z.strictObject({ groupId: id });
const ofGroups = z.strictObject({ groupId: id, subgroups: z.boolean().optional() });

/** The shape of every query's arguments. */
export const querySchemas = {
  account: nothing,
  tree: z.strictObject({ groupId: id.optional(), depth: z.int().min(0).optional() }),
  group: ofGroup,
  blocks: ofGroup,
  pool: ofGroup,
  user: z.strictObject({ userId: id }),
  users: ofGroups,
  seats: z.strictObject({ groupId: id, free: z.boolean().optional() }),
  numbers: z.strictObject({ kind: z.enum(['sip', 'landline', 'mobile']).optional(), free: z.boolean().optional() }),
  ranges: nothing,
  menus: ofGroups,
  devices: ofGroups,
  roles: nothing,
  requests: nothing,
  forecast: z.strictObject({ from: day, to: day, groupId: id.optional() }),
  timeline: z.strictObject({ from: day, to: day, groupId: id }),
  portfolio: z.strictObject({ groupId: id.optional() }),
  reminders: z.strictObject({ from: day, to: day }),
  explain: z.strictObject({ do: z.string(), args: z.unknown() }),
  whatIf: z.strictObject({
    do: z
      .array(z.strictObject({ do: z.string(), args: z.unknown() }))
      .min(1)
      .max(1000),
    on: day.optional(),
  }),
  history: z.strictObject({ entityId: id.optional(), limit: z.int().min(0).optional() }),
  attention: nothing,
  smartList: z.strictObject({ list: z.enum(smartListNames) }),
  smartLists: nothing,
  digest: nothing,
} as const satisfies { readonly [Q in QueryName]: z.ZodType };

export type QueryArguments<Q extends QueryName> = z.output<(typeof querySchemas)[Q]>;
