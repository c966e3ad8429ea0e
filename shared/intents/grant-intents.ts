import { z } from 'zod';
import type { View } from '../model/model';
import type { GrantRow } from '../model/rows';
import type { Act } from '../rules/act';
import { isOwnTypeId } from '../model/vocabulary';
import { permit } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { refuseEnded, refuseResources, refuseWindow } from '../rules/windows';
import {
  allocatable,
  checkFeatureResources,
  id,
  is,
  positive,
  reference,
  resources,
  text,
  windowFields,
} from './arguments';
import { defineIntent, invalid, mustBeNew, mustExist } from './definition';

const ledgerId = z.string().min(1).max(64);
const license = { typeId: allocatable, quantity: positive, ...windowFields, resources: resources.optional() };

function checkLicense(
  given: { typeId: string; quantity: number; resources?: object | undefined },
  context: z.RefinementCtx,
): void {
  checkFeatureResources(given, context, true);
  // Another ledger knows nothing of the types of this one.
  if (isOwnTypeId(given.typeId)) context.addIssue({ code: 'custom', path: ['typeId'], message: is('ownTypeStays') });
  if (given.typeId === 'link.feature' && Object.keys(given.resources ?? {}).length === 0)
    context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
}

/** D13: hands licenses to another ledger; they are taken from the root's pool until they come back. */
export const giveGrant = defineIntent({
  name: 'grant.give',
  since: 2,
  args: z.strictObject({ id, toLedger: ledgerId, toRoot: reference, ...license }).superRefine(checkLicense),
  exists: (view, args) => mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'allocate', view.root.id),
  fits: (_view, args, act) => [
    ...refuseWindow(args),
    ...refuseEnded(act, args),
    ...refuseResources(args.resources),
    ...(args.toLedger === act.context.ledger ? [invalid('toLedger', 'notAnotherLedger')] : []),
  ],
  make(act, args) {
    act.put('grants', {
      ...grantOf(act, args),
      direction: 'given',
      ledger: args.toLedger,
      root: args.toRoot,
      accepted: false,
      blockId: null,
    });
  },
});

type License = z.output<z.ZodObject<typeof license>>;

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

/** What a grant file says, once its signature has been verified. */
const file = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('grant'),
      id,
      fromLedger: ledgerId,
      from: text.optional(),
      toLedger: ledgerId,
      toRoot: reference,
      ...license,
    })
    .superRefine(checkLicense),
  z.strictObject({ kind: z.literal('receipt'), id, toLedger: ledgerId }),
  z.strictObject({ kind: z.literal('return'), id, toLedger: ledgerId, returned: positive }),
]);

/** D13: takes a file in: a grant in the receiver's ledger; a receipt or a return in the giver's. A file twice is harmless. */
export const acceptGrant = defineIntent({
  name: 'grant.accept',
  since: 2,
  args: z.strictObject({ file }),
  exists: (view, args) =>
    args.file.kind === 'grant' ? mustBeNew(view, args.file.id) : mustExist(view, 'grant', args.file.id),
  permits: (view, args, act) =>
    args.file.kind === 'grant'
      ? permit(view, act.actor, 'purchases', null)
      : permit(view, act.actor, 'allocate', view.root.id),
  fits(view, { file: given }, act) {
    const refusals: Refusal[] = [];
    const { ledger } = act.context;
    if (ledger !== undefined && given.toLedger !== ledger) refusals.push(invalid('file.toLedger', 'notForThisLedger'));
    if (given.kind === 'grant') {
      if (given.toRoot !== view.root.id) refusals.push(invalid('file.toRoot', 'notForThisLedger'));
      return [...refusals, ...refuseWindow(given), ...refuseResources(given.resources)];
    }
    const grant = grantRow(view, given.id);
    if (grant.direction !== 'given') refusals.push(invalid('file.id', 'notForThisLedger'));
    if (given.kind === 'return' && given.returned > grant.quantity)
      refusals.push(invalid('file.returned', 'tooLarge', { most: grant.quantity }));
    return refusals;
  },
  make(act, { file: given }) {
    if (given.kind === 'receipt') act.update('grants', given.id, { accepted: true });
    if (given.kind === 'return')
      act.update('grants', given.id, {
        accepted: true,
        returned: Math.max(given.returned, grantRow(act.model, given.id).returned),
      });
    if (given.kind !== 'grant') return;
    const blockId = act.nextId();
    const grant = grantOf(act, given);
    act.put('grants', {
      ...grant,
      direction: 'received',
      ledger: given.fromLedger,
      root: given.from ?? '',
      accepted: true,
      blockId,
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
  fits: (view, args) => (grantRow(view, args.id).direction === 'given' ? [] : [invalid('id', 'notGiven')]),
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
    if (grant.direction !== 'received') return [invalid('id', 'notReceived')];
    const left = grant.quantity - grant.returned;
    return args.quantity > left ? [invalid('quantity', 'tooLarge', { most: left })] : [];
  },
  make(act, args) {
    const grant = grantRow(act.model, args.id);
    const block = grant.blockId === null ? undefined : act.model.row('blocks', grant.blockId);
    if (block === undefined) return [refuse('NOT_FOUND', { kind: 'block', id: grant.blockId ?? '' })];
    act.update('grants', args.id, { returned: grant.returned + args.quantity });
    act.update('blocks', block.id, { quantity: block.quantity - args.quantity });
    return [];
  },
});
