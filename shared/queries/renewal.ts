import { z } from 'zod';
import { addDays, type Day } from '../kernel/day';
import type { View } from '../model/model';
import type { BlockRow, Price } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { refuse } from '../rules/refusals';
import { allocationsEndingWith, isRenewed } from '../rules/renewal';
import { amountBetween, isBought } from './cost';
import { day, defineQuery, id } from './query';
import type { Question, TriedOutcome } from './question';

/** One block that a renewal would add. */
export interface RenewalLine {
  /** The block that it follows. */
  readonly blockId: string;
  readonly groupId: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** Whether it comes along with what is renewed above it. */
  readonly isBelow: boolean;
  readonly price: Price | null;
  /** Whole cents over its days, of one without an end over its first year; `null` without a price. */
  readonly amount: number | null;
}

/** Why a block cannot be renewed; a renewed one is followed already. */
export type NotRenewable = 'renewed' | 'noEnd' | 'device' | 'grant';

export interface RenewalAnswer {
  /** The acts that renew; each block once, also where another one takes it along. */
  readonly do: readonly RenewalCall[];
  readonly outcome: TriedOutcome;
  readonly lines: readonly RenewalLine[];
  /** Blocks that were asked about and are left out. */
  readonly leftOut: readonly { readonly blockId: string; readonly why: NotRenewable }[];
  readonly currency: string | null;
  /** Whole cents of what is bought; where nothing is, of what was asked about. What is handed on is part of what was bought. */
  readonly total: number;
}

export interface RenewalCall {
  readonly do: 'block.renew';
  readonly args: {
    readonly blockId: string;
    readonly validUntil: Day | null;
    readonly quantity?: number;
    readonly allocations?: boolean;
  };
}

/** Blocks that a renewal of one or several would add, from when to when, at what cost, and whether it may be done (X4). Changes nothing. */
export const renewalQuery = defineQuery({
  name: 'renewal',
  args: z.strictObject({
    blocks: z
      .array(
        z.strictObject({
          blockId: id,
          validUntil: day.nullable(),
          quantity: z.number().int().min(1).max(1_000_000).optional(),
        }),
      )
      .min(1)
      .max(1_000),
    allocations: z.boolean().optional(),
  }),
  exists: (view, { blocks }) =>
    blocks.flatMap(({ blockId }) =>
      view.row('blocks', blockId) === undefined ? [refuse('NOT_FOUND', { kind: 'block', id: blockId })] : [],
    ),
  needs: (view, { blocks }) => ({
    right: 'readLicenses',
    at: commonGroup(
      view,
      blocks.flatMap(({ blockId }) => view.row('blocks', blockId)?.groupId ?? []),
    ),
  }),
  answer: (question, args): RenewalAnswer => renewalAnswer(question, args.blocks, args.allocations === true),
});

/** The innermost group that holds all of some groups. */
function commonGroup(view: View, groupIds: readonly string[]): string {
  const [first = view.root.id, ...others] = groupIds;
  for (const { id: group } of view.ancestry(first))
    if (others.every((other) => view.isWithin(other, group))) return group;
  return view.root.id;
}

function whyNot(view: View, block: BlockRow): NotRenewable | null {
  if (block.source === 'device' || block.source === 'grant') return block.source;
  if (block.validUntil === null) return 'noEnd';
  return isRenewed(view, block) ? 'renewed' : null;
}

function renewalAnswer(
  question: Question,
  asked: readonly {
    readonly blockId: string;
    readonly validUntil: Day | null;
    readonly quantity?: number | undefined;
  }[],
  takesAlong: boolean,
): RenewalAnswer {
  const { model } = question;
  const leftOut: { blockId: string; why: NotRenewable }[] = [];
  const given = asked.flatMap(({ blockId, validUntil, quantity }) => {
    const block = model.row('blocks', blockId);
    if (block === undefined) return [];
    const why = whyNot(model, block);
    if (why !== null) leftOut.push({ blockId, why });
    return why === null ? [{ block, validUntil, quantity: quantity ?? block.quantity }] : [];
  });
  const taken = new Set<string>();
  const renewed = given.map(({ block, ...asked }) => {
    // Two purchases that end together have the same allocations below; what is followed already needs nothing.
    const ending = takesAlong ? allocationsEndingWith(model, block) : [];
    const below = ending.filter((one) => !taken.has(one.id) && !isRenewed(model, one));
    for (const one of below) taken.add(one.id);
    return { block, ...asked, below, isWhole: below.length === ending.length };
  });
  const kept = renewed.filter(({ block }) => !taken.has(block.id));
  const calls = kept.flatMap(({ block, validUntil, quantity, below, isWhole }): readonly RenewalCall[] => [
    {
      do: 'block.renew',
      args: {
        blockId: block.id,
        validUntil,
        ...(quantity === block.quantity ? {} : { quantity }),
        ...(isWhole && below.length > 0 ? { allocations: true } : {}),
      },
    },
    ...(isWhole ? [] : below.map((one): RenewalCall => ({ do: 'block.renew', args: { blockId: one.id, validUntil } }))),
  ]);
  const lines = kept.flatMap(({ block, validUntil, quantity, below }) => [
    lineOf(model, block, validUntil, quantity, false),
    ...below.map((one) => lineOf(model, one, validUntil, one.quantity, true)),
  ]);
  const bought = lines.filter(({ blockId }) => isBought(model.row('blocks', blockId)));
  const counted = bought.length > 0 ? bought : lines.filter(({ isBelow }) => !isBelow);
  const tried =
    calls.length === 0
      ? { ok: true as const, warnings: [] }
      : question.tryOn(calls.length === 1 && calls[0] ? calls[0] : { do: 'batch', args: { do: calls } });
  return {
    do: calls,
    outcome: tried.ok ? { ok: true, warnings: tried.warnings } : { ok: false, refusals: tried.refusals },
    lines,
    leftOut,
    currency: model.account.currency ?? null,
    total: counted.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  };
}

function lineOf(view: View, block: BlockRow, validUntil: Day | null, quantity: number, isBelow: boolean): RenewalLine {
  const validFrom = addDays(block.validUntil ?? block.madeOn, 1);
  const price = block.price ?? view.row('prices', block.typeId) ?? null;
  const following = { ...block, quantity, validFrom, validUntil, madeOn: validFrom };
  return {
    blockId: block.id,
    groupId: block.groupId,
    typeId: block.typeId,
    quantity,
    validFrom,
    validUntil,
    isBelow,
    price: price === null ? null : { amount: price.amount, per: price.per },
    amount: price === null ? null : amountBetween(following, price, validFrom, validUntil ?? addDays(validFrom, 364)),
  };
}
