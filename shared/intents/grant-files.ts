import { z } from 'zod';
import { isOwnTypeId } from '../model/vocabulary';
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

export const ledgerId = z.string().min(1).max(64);
export const license = { typeId: allocatable, quantity: positive, ...windowFields, resources: resources.optional() };
export type License = z.output<z.ZodObject<typeof license>>;

export function checkLicense(
  given: { typeId: string; quantity: number; resources?: object | undefined },
  context: z.RefinementCtx,
): void {
  checkFeatureResources(given, context, true);
  // Another ledger knows nothing of the types of this one.
  if (isOwnTypeId(given.typeId)) context.addIssue({ code: 'custom', path: ['typeId'], message: is('ownTypeStays') });
  if (given.typeId === 'link.feature' && Object.keys(given.resources ?? {}).length === 0)
    context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
}

/** Names of both accounts, for people, and the ledger that speaks. */
const sender = { fromLedger: ledgerId.optional(), from: text.optional(), to: text.optional() };
/** The ledger that the receiver goes on from: what was given to that one is held, and given back, by this one. */
const receiver = { ...sender, continues: ledgerId.optional() };

/**
 * Words of a file between two ledgers to the ledger that it names (D13). `grant`: licenses for it. `receipt`: they are there.
 * `recall`: they are asked for. `return`: how many have come back so far, so that one that is lost is made good by the next.
 */
export const grantFile = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('grant'),
      id,
      ...sender,
      fromLedger: ledgerId,
      toLedger: ledgerId,
      toRoot: reference,
      ...license,
    })
    .superRefine(checkLicense),
  z.strictObject({ kind: z.literal('receipt'), id, toLedger: ledgerId, ...receiver }),
  z.strictObject({ kind: z.literal('recall'), id, toLedger: ledgerId, ...sender }),
  z.strictObject({ kind: z.literal('return'), id, toLedger: ledgerId, ...receiver, returned: positive }),
]);

/** Address that licenses can be given to: what one account tells another before anything else. It changes nothing anywhere. */
export const grantAddress = z.strictObject({
  kind: z.literal('address'),
  fromLedger: ledgerId,
  fromRoot: reference,
  from: text.optional(),
});

/** Words of a file to a ledger, as an argument of `grant.accept`. */
export type GrantFile = z.output<typeof grantFile>;
export type GrantAddress = z.output<typeof grantAddress>;
