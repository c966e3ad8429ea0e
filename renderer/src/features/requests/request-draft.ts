import { boughtByUnit, type Catalogue } from '#core/catalogue/license-types';
import type { BlockRow, RequestRow } from '#core/model/rows';
import { isLicenseTypeId, type LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall, RowsInMemory } from '../../data/session';

/** A request as it is being written. */
export interface RequestDraft {
  readonly kind: RequestRow['kind'];
  readonly blockId: string | null;
  readonly typeId: LicenseTypeId | null;
  /** What the purchase has afterwards. */
  readonly quantity: number | null;
  readonly note: string;
}

export const emptyRequest: RequestDraft = { kind: 'reduce', blockId: null, typeId: null, quantity: null, note: '' };

/** The types that a request may name: for a change those of the same mode, else all that are bought by the unit. */
export function requestedTypes(
  catalogue: Catalogue,
  kind: RequestRow['kind'],
  block: BlockRow | undefined,
): readonly LicenseTypeId[] {
  return boughtByUnit(catalogue.types)
    .filter(
      (type) =>
        kind === 'add' ||
        (block !== undefined && type.id !== block.typeId && type.mode === catalogue.find(block.typeId)?.mode),
    )
    .map((type) => type.id);
}

/** A draft about a purchase: what it has less is to be typed, a change is of all of it. */
export function draftFor(block: BlockRow, kind: 'reduce' | 'changeType'): RequestDraft {
  return {
    kind,
    blockId: block.id,
    typeId: kind === 'reduce' ? block.typeId : null,
    quantity: kind === 'reduce' ? null : block.quantity,
    note: '',
  };
}

export function openCall({ kind, blockId, typeId, quantity, note }: RequestDraft): ActCall | null {
  if (quantity === null || typeId === null) return null;
  const about = { typeId, quantity, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  if (kind === 'add') return { do: 'request.open', args: { kind, ...about } };
  return blockId === null ? null : { do: 'request.open', args: { kind, blockId, ...about } };
}

type Fields = { readonly [field: string]: unknown };

/** The request that asks for what a refused act would have done to a purchase; `null` where no request can. */
export function requestInsteadOf(call: ActCall | null, rows: Pick<RowsInMemory, 'row'>): RequestDraft | null {
  if (call === null || (call.do !== 'block.update' && call.do !== 'block.remove')) return null;
  const block = rows.row('blocks', call.args.blockId);
  if (block?.source !== 'purchase') return null;
  if (call.do === 'block.remove') return { ...draftFor(block, 'reduce'), quantity: 0 };
  const set = call.args.set as Fields;
  const wanted = isLicenseTypeId(set['typeId']) ? set['typeId'] : undefined;
  const quantity = typeof set['quantity'] === 'number' ? set['quantity'] : block.quantity;
  if (wanted !== undefined && wanted !== block.typeId)
    return { ...draftFor(block, 'changeType'), typeId: wanted, quantity };
  return { ...draftFor(block, 'reduce'), quantity };
}
