import { sha256Hex, textToBytes } from '../kernel/hash';
import { canonicalJson } from '../kernel/json';
import { compareText } from '../kernel/text';
import { licenseTypes } from '../catalogue/license-types';
import { resourceNames } from '../model/vocabulary';
import { tableNames } from '../model/rows';
import { allocatedOutUnits, assignedSeats, nominalUnits, reservedResource } from '../rules/pools';
import { limitedReason } from '../rules/standing';
import { featuresOfGroup } from '../rules/user-status';
import type {
  AccountAnswer,
  Amount,
  BlockAnswer,
  DigestAnswer,
  GroupAnswer,
  PoolAnswer,
  PoolResourceFigures,
  PoolTypeFigures,
  TreeAnswer,
} from './answers';
import type { Question } from './scope';

export function accountAnswer({ model }: Question): AccountAnswer {
  const { timeZone, paymentMethod, outstanding, contract } = model.account;
  return {
    name: model.root.name,
    timeZone,
    paymentMethod,
    outstanding,
    contract,
    limited: limitedReason(model) !== null,
  };
}

/** The tree from a group down, in order; `depth` is how many levels below. */
export function treeAnswer(question: Question, groupId: string, depth: number): TreeAnswer {
  const { model } = question;
  const { id, name, kind } = model.group(groupId);
  return {
    id,
    name,
    kind,
    children: depth <= 0 ? [] : model.children(groupId).map((childId) => treeAnswer(question, childId, depth - 1)),
  };
}

export function groupAnswer({ model, evaluation }: Question, groupId: string): GroupAnswer {
  const {
    id,
    name,
    kind,
    code,
    note,
    restriction,
    status,
    protected: isProtected,
    deny,
    allow,
    reminder,
  } = model.group(groupId);
  const { groups, users, seats } = model.count(groupId);
  return {
    id,
    name,
    kind,
    code,
    note,
    restriction,
    status,
    protected: isProtected,
    deny,
    allow,
    reminder,
    path: [...model.ancestry(groupId)].map((group) => group.name).reverse(),
    projectId: model.projectOf(groupId),
    poolId: model.poolOf(groupId),
    features: featuresOfGroup(evaluation, groupId),
    count: { groups, users, seats },
  };
}

/** The blocks that lie in a group itself, oldest first; with what child pools hold of the type where the group is a pool. */
export function blocksAnswer({ model, day }: Question, groupId: string): readonly BlockAnswer[] {
  const blocks = [...model.blocksOf(groupId)]
    .map((id) => model.row('blocks', id))
    .filter((block) => block !== undefined);
  const childPools = model.group(groupId).restriction === 'own' ? childPoolsOf(groupId) : [];
  return blocks
    .sort((one, other) => one.age - other.age)
    .map(({ id, typeId, quantity, validFrom, validUntil, source, resources, note }) => {
      const holders = childPools
        .map((poolId) => ({
          poolId,
          name: model.group(poolId).name,
          quantity: model.supplyOf(poolId).on(`supply/${typeId}`, day),
        }))
        .filter((holder) => holder.quantity > 0);
      return {
        id,
        typeId,
        quantity,
        validFrom,
        validUntil,
        source,
        note,
        ...(resources === null ? {} : { resources }),
        ...(holders.length === 0 ? {} : { childPools: holders }),
      };
    });

  /** Pools directly below a pool, in tree order; branches without any are passed over. */
  function childPoolsOf(poolId: string): readonly string[] {
    const pools: string[] = [];
    const stack = [...model.children(poolId)].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (model.group(id).restriction === 'own') pools.push(id);
      else if (holdsAllocations(id)) stack.push(...[...model.children(id)].reverse());
    }
    return pools;
  }

  function holdsAllocations(id: string): boolean {
    for (const name of model.territoryFigures(id).names()) if (name.startsWith('out')) return true;
    return false;
  }
}

function bounded(amount: number): Amount {
  return amount === Number.POSITIVE_INFINITY ? 'unlimited' : amount;
}

/** The figures of a group's pool (D3, D6); types and resources with nothing are left out. */
export function poolAnswer({ model, evaluation, day }: Question, groupId: string): PoolAnswer {
  const poolId = model.poolOf(groupId);
  const types: { [typeId: string]: PoolTypeFigures } = {};
  for (const { id: typeId } of licenseTypes) {
    const nominal = nominalUnits(model, poolId, typeId, day);
    const effective = evaluation.effectiveUnits(poolId, typeId);
    const allocatedOut = allocatedOutUnits(model, poolId, typeId, day);
    const assigned = assignedSeats(model, poolId, typeId, day);
    const free = model.freeSeatCount(poolId, typeId);
    if (nominal === 0 && effective === 0 && allocatedOut === 0 && assigned === 0 && free === 0) continue;
    types[typeId] = { nominal, effective, allocatedOut, assigned, free, available: nominal - allocatedOut - assigned };
  }
  return { poolId, types, resources: resourceFigures({ model, evaluation, day }, poolId) };
}

/** What a pool has of each resource and what is reserved of it (D6); those with nothing are left out. */
export function resourceFigures(
  { model, evaluation, day }: Pick<Question, 'model' | 'evaluation' | 'day'>,
  poolId: string,
): PoolAnswer['resources'] {
  const resources: { [resource: string]: PoolResourceFigures } = {};
  for (const resource of resourceNames) {
    const capacity = evaluation.capacity(poolId, resource);
    const reserved = reservedResource(model, poolId, resource, day);
    if (capacity !== 0 || reserved !== 0)
      resources[resource] = { capacity: bounded(capacity), reserved, available: bounded(capacity - reserved) };
  }
  return resources;
}

/** The whole state in one hash: the same on every replica at one head. */
export function digestAnswer({ model }: Question): DigestAnswer {
  const tables = tableNames.map((table) => {
    const rows = [...model.rows(table)].sort((one, other) => compareText(one.id, other.id));
    return `${JSON.stringify(table)}:[${rows.map((row) => canonicalJson(row)).join(',')}]`;
  });
  return {
    groups: model.size('groups'),
    users: model.size('users'),
    seats: model.size('seats'),
    numbers: model.size('numbers'),
    blocks: model.size('blocks'),
    devices: model.size('devices'),
    hash: sha256Hex(textToBytes(`{${[...tables].sort(compareText).join(',')}}`)),
  };
}
