import { z } from 'zod';
import type { IntentCall } from '../intents/commit-history';
import { catalogueOf } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import { allocatedOutUnits, assignedSeats, nominalUnits, poolPath, reservedResource, takenUnits } from '../rules/pools';
import type { Refusal } from '../rules/refusals';
import { bounded, type Amount } from './pool';
import { anything, defineQuery } from './query';
import type { Question, TriedOutcome } from './question';
import { remedyFor, type Remedy } from './remedy';

export interface ExplainStep {
  readonly groupId: string;
  readonly name: string;
  readonly typeId: LicenseTypeId | null;
  /** Instead of a type: the figures are amounts of a resource, `assigned` what is reserved of it (D6). */
  readonly resource?: Resource;
  readonly nominal: Amount;
  readonly allocatedOut: number;
  readonly assigned: number;
  readonly available: Amount;
}

export interface ExplainAnswer {
  readonly outcome: TriedOutcome;
  /** From the root to the pool concerned. */
  readonly path: readonly ExplainStep[];
  /** The pool that binds: the one whose figures decide. */
  readonly binding: string | null;
  /** The smallest change that would help. */
  readonly remedy: Remedy | null;
}

export const explainQuery = defineQuery({
  name: 'explain',
  args: z.strictObject({ do: z.string(), args: z.unknown() }),
  ...anything,
  answer: (question, call) => explainAnswer(question, call),
});

/** A dry run: what would come of an intent, the way from the root to the pool concerned, what binds, and what would help. Changes nothing. */
function explainAnswer(question: Question, call: IntentCall): ExplainAnswer {
  const { model } = question;
  const result = question.tryOn(call);
  const refusal = result.ok ? undefined : result.refusals.find((candidate) => typeof candidate['pool'] === 'string');
  const drawing = firstOf(call);
  const typeId = typeConcerned(question, drawing, refusal);
  const resource = typeId === null ? resourceConcerned(drawing, refusal) : null;
  const pool = poolConcerned(question, drawing, refusal);
  const path =
    pool === null ? [] : poolPath(model, pool).map((groupId) => explainStep(question, groupId, typeId, resource));
  return {
    outcome: result.ok ? { ok: true, warnings: result.warnings } : { ok: false, refusals: result.refusals },
    path,
    binding: refusal === undefined ? tightest(path) : pool,
    remedy: refusal === undefined ? null : remedyFor(question, call, refusal),
  };
}

function explainStep(
  { model, day, evaluation }: Question,
  groupId: string,
  typeId: LicenseTypeId | null,
  resource: Resource | null,
): ExplainStep {
  const { name } = model.group(groupId);
  if (resource !== null) {
    const gross = evaluation.grossResource(groupId, resource);
    const allocatedOut = evaluation.featureResourceOut(groupId, resource);
    const assigned = reservedResource(model, groupId, resource, day);
    const available = gross - allocatedOut - assigned;
    return {
      groupId,
      name,
      typeId,
      resource,
      nominal: bounded(gross),
      allocatedOut,
      assigned,
      available: bounded(available),
    };
  }
  if (typeId === null) return { groupId, name, typeId, nominal: 0, allocatedOut: 0, assigned: 0, available: 0 };
  const nominal = nominalUnits(model, groupId, typeId, day);
  const allocatedOut = allocatedOutUnits(model, groupId, typeId, day);
  const assigned = assignedSeats(model, groupId, typeId, day);
  return {
    groupId,
    name,
    typeId,
    nominal,
    allocatedOut,
    assigned,
    available: nominal - allocatedOut - assigned - takenUnits(model, groupId, typeId, day),
  };
}

type Fields = { readonly [field: string]: unknown };

/** The act that a batch begins with; many acts of one kind draw on the same pool more often than not. */
function firstOf(call: IntentCall): IntentCall {
  const inner = call.do === 'batch' ? (call.args as { readonly do?: unknown } | null)?.do : undefined;
  const [first] = Array.isArray(inner) ? (inner as readonly unknown[]) : [];
  return typeof first === 'object' && first !== null && 'do' in first && 'args' in first && typeof first.do === 'string'
    ? { do: first.do, args: first.args }
    : call;
}

function typeConcerned({ model }: Question, call: IntentCall, refusal: Refusal | undefined): LicenseTypeId | null {
  const { typeId, blockId, allocate } = (call.args ?? {}) as Fields;
  if (typeof refusal?.['resource'] === 'string') return null;
  const ofBlock = typeof blockId === 'string' ? model.row('blocks', blockId)?.typeId : undefined;
  const ofAllocation = Array.isArray(allocate) ? (allocate[0] as Fields | undefined)?.['typeId'] : undefined;
  const named = refusal?.['typeId'] ?? typeId ?? ofBlock ?? ofAllocation;
  return typeof named === 'string' ? (catalogueOf(model).find(named)?.id ?? null) : null;
}

/** The resource a refusal names; else the first that an allowance reserves. */
function resourceConcerned(call: IntentCall, refusal: Refusal | undefined): Resource | null {
  const { resources } = (call.args ?? {}) as Fields;
  const reserved = typeof resources === 'object' && resources !== null ? (resources as Fields) : {};
  const named =
    refusal === undefined
      ? Object.keys(reserved).find((resource) => Number(reserved[resource]) > 0)
      : refusal['resource'];
  return resourceNames.find((resource) => resource === named) ?? null;
}

/** The pool a refusal names; else the one the intent draws on: the pool above for an allocation, the user's or group's own pool otherwise. */
function poolConcerned({ model }: Question, call: IntentCall, refusal: Refusal | undefined): string | null {
  const named = refusal?.['pool'];
  if (typeof named === 'string' && model.row('groups', named) !== undefined) return named;
  const args = (call.args ?? {}) as Fields;
  const { groupId, userId, blockId } = args;
  if (typeof userId === 'string' && model.row('users', userId) !== undefined)
    return model.poolOf(model.user(userId).groupId);
  if (typeof blockId === 'string') {
    const block = model.row('blocks', blockId);
    if (block !== undefined) return model.poolOf(block.groupId);
  }
  if (typeof groupId !== 'string' || model.row('groups', groupId) === undefined) return null;
  return call.do === 'allocation.set' || call.do === 'restriction.set'
    ? (model.poolAbove(groupId) ?? groupId)
    : model.poolOf(groupId);
}

/** Pool that binds where nothing is refused: the pool that is drawn on decides: what the pools above have left does not reach it by itself (D5). */
function tightest(path: readonly ExplainStep[]): string | null {
  const last = path[path.length - 1];
  return last === undefined || (last.typeId === null && last.resource === undefined) ? null : last.groupId;
}
