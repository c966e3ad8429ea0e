import type { IntentCall } from '../intents/execute';
import { execute } from '../intents/execute';
import { licenseTypeIds, type LicenseTypeId } from '../model/vocabulary';
import { allocatedOutUnits, assignedSeats, nominalUnits, poolPath } from '../rules/pools';
import type { Refusal } from '../rules/refusals';
import type { ExplainAnswer, ExplainStep } from './answers';
import type { Question } from './scope';

/** A dry run: what would come of an intent, the way from the root to the pool concerned, what binds, and what would help. Changes nothing. */
export function explainAnswer(question: Question, call: IntentCall): ExplainAnswer {
  const { model, source, day, by } = question;
  const result = execute(model, source.history, call, { by, day, commit: 'explain', seq: source.history.all().length + 1 }, { warn: true });
  if (result.ok) model.rollback(0);
  const refusal = result.ok ? undefined : result.refusals.find((candidate) => typeof candidate['pool'] === 'string');
  const typeId = typeConcerned(call, refusal);
  const pool = poolConcerned(question, call, refusal);
  const path = pool === null ? [] : poolPath(model, pool).map((groupId) => explainStep(question, groupId, typeId));
  return {
    outcome: result.ok ? { ok: true, warnings: result.warnings } : { ok: false, refusals: result.refusals },
    path,
    binding: refusal === undefined ? tightest(path) : pool,
    remedy: refusal === undefined ? null : remedyFor(refusal),
  };
}

function explainStep({ model, day }: Question, groupId: string, typeId: LicenseTypeId | null): ExplainStep {
  const { name } = model.group(groupId);
  if (typeId === null) return { groupId, name, typeId, nominal: 0, allocatedOut: 0, assigned: 0, available: 0 };
  const nominal = nominalUnits(model, groupId, typeId, day);
  const allocatedOut = allocatedOutUnits(model, groupId, typeId, day);
  const assigned = assignedSeats(model, groupId, typeId, day);
  return { groupId, name, typeId, nominal, allocatedOut, assigned, available: nominal - allocatedOut - assigned };
}

type Fields = { readonly [field: string]: unknown };

function typeConcerned(call: IntentCall, refusal: Refusal | undefined): LicenseTypeId | null {
  const args = (call.args ?? {}) as Fields;
  const named = refusal?.['typeId'] ?? args['typeId'];
  return licenseTypeIds.find((typeId) => typeId === named) ?? null;
}

/** The pool a refusal names; else the one the intent draws on: the pool above for an allocation, the user's or group's own pool otherwise. */
function poolConcerned({ model }: Question, call: IntentCall, refusal: Refusal | undefined): string | null {
  const named = refusal?.['pool'];
  if (typeof named === 'string' && model.row('groups', named) !== undefined) return named;
  const args = (call.args ?? {}) as Fields;
  const { groupId, userId, blockId } = args;
  if (typeof userId === 'string' && model.row('users', userId) !== undefined) return model.poolOf(model.user(userId).groupId);
  if (typeof blockId === 'string') {
    const block = model.row('blocks', blockId);
    if (block !== undefined) return model.poolOf(block.groupId);
  }
  if (typeof groupId !== 'string' || model.row('groups', groupId) === undefined) return null;
  return call.do === 'allocation.set' || call.do === 'restriction.set' ? (model.poolAbove(groupId) ?? groupId) : model.poolOf(groupId);
}

/** The pool of a path that has least to give. */
function tightest(path: readonly ExplainStep[]): string | null {
  const last = path[path.length - 1];
  return last?.typeId == null ? null : last.groupId;
}

/** The smallest change that would let an intent pass that was refused for an amount. */
function remedyFor(refusal: Refusal): ExplainAnswer['remedy'] {
  const { pool, typeId, resource, limit, needed } = refusal as Fields;
  if (typeof limit !== 'number' || typeof needed !== 'number') return null;
  const missing = needed - limit;
  switch (refusal.code) {
    case 'POOL_EXCEEDED':
    case 'NO_LICENSE_AVAILABLE':
      return { kind: 'moreUnits', pool, typeId, units: missing };
    case 'BELOW_ALLOCATED':
      return { kind: 'giveBackFirst', pool, typeId, units: missing };
    case 'QUOTA_EXCEEDED':
      return { kind: 'moreResource', pool, resource, amount: missing };
    default:
      return null;
  }
}
