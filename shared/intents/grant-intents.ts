import { z } from 'zod';
import type { View } from '../model/model';
import type { GrantRow } from '../model/rows';
import type { Act } from '../rules/act';
import { isForAccount, isFromOther } from '../rules/grants';
import { permit } from '../rules/permission';
import type { Bounds, Problem } from '../rules/problems';
import { refuse, type Refusal } from '../rules/refusals';
import { refuseEnded, refuseResources, refuseWindow } from '../rules/windows';
import { id, positive, reference, text } from './arguments';
import { defineIntent, invalid, mustBeNew, mustExist } from './definition';
import { checkLicense, grantFile, ledgerId, license, type License } from './grant-files';
import { fileKey, fileSignature } from './key-arguments';
import { isProtected } from '../rules/keys';
import type { Change } from '../model/rows';

/** D13: says that an argument does not fit how a grant stands, or whom it is between. */
function misfit(path: string, problem: Problem, bounds: Bounds = {}): Refusal {
  return invalid(path, problem, bounds, 'D13');
}

/** D13: hands licenses to another ledger; they are taken from the root's pool until they come back. */
export const giveGrant = defineIntent({
  name: 'grant.give',
  since: 2,
  args: z
    .strictObject({
      id,
      toLedger: ledgerId,
      toRoot: reference,
      toName: text.optional(),
      toKey: fileKey.optional(),
      ...license,
    })
    .superRefine(checkLicense),
  exists: (view, args) => mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'allocate', view.root.id),
  fits: (_view, args, act) => [
    ...refuseWindow(args),
    ...refuseEnded(act, args),
    ...refuseResources(args.resources),
    ...(args.toLedger === act.context.ledger ? [misfit('toLedger', 'notAnotherLedger')] : []),
  ],
  make(act, args) {
    act.put('grants', {
      ...grantOf(act, args),
      direction: 'given',
      ledger: args.toLedger,
      root: args.toRoot,
      accepted: false,
      blockId: null,
      ...(args.toName === undefined ? {} : { name: args.toName }),
      ...vouchedWith([], args.toKey),
    });
  },
});

/** The keys of the other ledger's computers that somebody here has vouched for, with one more. */
function vouchedWith(keys: readonly string[], key: string | undefined): Pick<GrantRow, 'keys'> {
  const all = key === undefined || keys.includes(key) ? keys : [...keys, key];
  return all.length === 0 ? {} : { keys: all };
}

function grantOf(act: Act, { id: grantId, ...given }: License & { readonly id: string }) {
  return {
    id: grantId,
    typeId: given.typeId,
    quantity: given.quantity,
    validFrom: given.validFrom ?? null,
    validUntil: given.validUntil ?? null,
    countsFrom: act.today,
    resources: given.resources ?? null,
    returned: 0,
    recalled: false,
    age: act.nextAge(),
  };
}

/**
 * D13: takes a file in, with the key that signed it: a grant or a recall in the receiver's ledger; a receipt or a return in the
 * giver's. A file twice is harmless. In a protected account the signature goes along, so that every reader can check it (S2).
 */
export const acceptGrant = defineIntent({
  name: 'grant.accept',
  since: 2,
  args: z.strictObject({ file: grantFile, key: fileKey.optional(), sig: fileSignature.optional() }),
  exists: (view, args) =>
    args.file.kind === 'grant' ? mustBeNew(view, args.file.id) : mustExist(view, 'grant', args.file.id),
  permits: (view, { file: { kind } }, act) =>
    kind === 'grant' || kind === 'recall'
      ? permit(view, act.actor, 'purchases', null)
      : permit(view, act.actor, 'allocate', view.root.id),
  fits(view, { file: given, key, sig }, act) {
    const refusals: Refusal[] = [];
    const { ledger } = act.context;
    if (isProtected(view) && (key === undefined || sig === undefined)) refusals.push(misfit('sig', 'fileNotSigned'));
    if (ledger !== undefined && !isForAccount(view.account, ledger, given))
      refusals.push(misfit('file.toLedger', 'notForThisLedger'));
    if (given.kind === 'grant') {
      if (given.toRoot !== view.root.id) refusals.push(misfit('file.toRoot', 'notForThisLedger'));
      return [...refusals, ...refuseWindow(given), ...refuseResources(given.resources)];
    }
    const grant = grantRow(view, given.id);
    if (grant.direction !== (given.kind === 'recall' ? 'received' : 'given'))
      refusals.push(misfit('file.id', 'notForThisLedger'));
    if (!isFromOther(grant, given)) refusals.push(misfit('file.fromLedger', 'notTheOtherLedger'));
    if (given.kind === 'return' && given.returned > grant.quantity)
      refusals.push(misfit('file.returned', 'tooLarge', { most: grant.quantity }));
    return refusals;
  },
  make(act, { file: given, key }) {
    if (given.kind !== 'grant') {
      const { returned, recalled, accepted, keys = [] } = grantRow(act.model, given.id);
      act.update('grants', given.id, {
        accepted: accepted || given.kind !== 'recall',
        recalled: recalled || given.kind === 'recall',
        returned: given.kind === 'return' ? Math.max(given.returned, returned) : returned,
        ...vouchedWith(keys, key),
      });
      return;
    }
    const blockId = act.nextId();
    const grant = grantOf(act, given);
    act.put('grants', {
      ...grant,
      direction: 'received',
      ledger: given.fromLedger,
      root: given.from ?? '',
      accepted: true,
      blockId,
      ...vouchedWith([], key),
    });
    act.put('blocks', {
      id: blockId,
      groupId: act.model.root.id,
      typeId: given.typeId,
      quantity: given.quantity,
      validFrom: grant.validFrom,
      validUntil: grant.validUntil,
      source: 'grant',
      resources: grant.resources,
      note: '',
      deviceId: null,
      madeOn: act.today,
      giver: given.from ?? given.fromLedger,
      age: act.nextAge(),
    });
  },
});

function grantRow(view: View, grantId: string): GrantRow {
  const grant = view.row('grants', grantId);
  if (grant === undefined) throw new Error(`no grant ${grantId}`);
  return grant;
}

/** D13: asks for a grant back; nothing comes back by it. */
export const recallGrant = defineIntent({
  name: 'grant.recall',
  since: 2,
  args: z.strictObject({ id: reference }),
  exists: (view, args) => mustExist(view, 'grant', args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'allocate', view.root.id),
  fits: (view, args) => (grantRow(view, args.id).direction === 'given' ? [] : [misfit('id', 'notGiven')]),
  make(act, args) {
    act.update('grants', args.id, { recalled: true });
  },
});

/** D13: gives a part of a received grant back, as far as it is free (D3). */
export const returnGrant = defineIntent({
  name: 'grant.return',
  since: 2,
  args: z.strictObject({ id: reference, quantity: positive }),
  exists: (view, args) => mustExist(view, 'grant', args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits(view, args) {
    const grant = grantRow(view, args.id);
    if (grant.direction !== 'received') return [misfit('id', 'notReceived')];
    const left = grant.quantity - grant.returned;
    return args.quantity > left ? [misfit('quantity', 'tooLarge', { most: left })] : [];
  },
  make(act, args) {
    const grant = grantRow(act.model, args.id);
    const block = grant.blockId === null ? undefined : act.model.row('blocks', grant.blockId);
    if (block === undefined) return [refuse('NOT_FOUND', { kind: 'block', id: grant.blockId ?? '' })];
    act.update('grants', args.id, { returned: grant.returned + args.quantity });
    const left = block.quantity - args.quantity;
    if (left > 0) act.update('blocks', block.id, { quantity: left });
    else act.remove('blocks', block.id);
    return [];
  },
});

/** D13: tells whether something passed between two ledgers by these changes. No undo takes that back: the other ledger may have it by now. */
export function passBetweenLedgers(changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      change.table === 'grants' && (change.before === undefined || change.before.returned !== change.after?.returned),
  );
}
