import type { z } from 'zod';
import { accountQuery } from './account';
import { attentionQuery } from './attention';
import { blocksQuery } from './blocks';
import { computersQuery } from './computers';
import { reservationsQuery } from './reservations';
import { grantsQuery } from './grants';
import { fieldsQuery } from './fields';
import { plansQuery } from './plans';
import { compareQuery } from './compare';
import { costQuery } from './cost';
import { devicesQuery } from './devices';
import { digestQuery } from './digest';
import { explainQuery } from './explain';
import { forecastQuery } from './forecast';
import { groupQuery } from './group';
import { historyBeginningQuery, historyQuery } from './history';
import { menusQuery } from './menus';
import { numbersQuery } from './numbers';
import { poolQuery } from './pool';
import { portfolioQuery } from './portfolio';
import { rangesQuery } from './ranges';
import { remindersQuery } from './reminders';
import { renewalQuery } from './renewal';
import { requestsQuery } from './requests';
import { reviewQuery } from './review';
import { rolesQuery } from './roles';
import { seatsQuery } from './seats';
import { shorterHistoryQuery } from './shorter-history';
import { smartListQuery, smartListsQuery } from './smart-lists';
import { timelineQuery } from './timeline';
import { treeQuery } from './tree';
import { unitsInUseQuery } from './use';
import { userQuery } from './user';
import { usersQuery } from './users';
import { voidedQuery } from './voided';
import { whatIfQuery } from './what-if';
import type { Refused } from './query';

/** Every query. A new one is a file of its own, and a line here. */
export const queries = [
  accountQuery,
  treeQuery,
  groupQuery,
  blocksQuery,
  poolQuery,
  unitsInUseQuery,
  userQuery,
  usersQuery,
  seatsQuery,
  numbersQuery,
  rangesQuery,
  menusQuery,
  devicesQuery,
  rolesQuery,
  requestsQuery,
  computersQuery,
  reviewQuery,
  costQuery,
  renewalQuery,
  compareQuery,
  plansQuery,
  fieldsQuery,
  grantsQuery,
  reservationsQuery,
  forecastQuery,
  timelineQuery,
  portfolioQuery,
  remindersQuery,
  explainQuery,
  whatIfQuery,
  historyQuery,
  historyBeginningQuery,
  shorterHistoryQuery,
  attentionQuery,
  voidedQuery,
  smartListQuery,
  smartListsQuery,
  digestQuery,
] as const;

type AnyQuery = (typeof queries)[number];

/** Every query by name, with its arguments and its answer. */
export type Queries = {
  readonly [Q in AnyQuery as Q['name']]: {
    readonly args: z.input<Q['args']>;
    readonly answer: ReturnType<Q['answer']>;
  };
};
export type QueryName = keyof Queries;

/** Answer to a query; `Refused` for an unknown id or a reader without the right. */
export type Answer<Q extends QueryName> = Queries[Q]['answer'] | Refused;
