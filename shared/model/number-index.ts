import BTree from 'sorted-btree';
import { compareText } from '../kernel/text';
import { layerOn, ownIn, type ReadableMap } from './layers';
import type { NumberKind, NumberRow, RangeRow } from './rows';

/** Tells whether nothing uses a number: no seat, user, group or menu. */
export function isFreeNumber(number: NumberRow): boolean {
  return isUnused(number) && number.held === undefined;
}

/** Tells whether nothing uses a number, though a reservation may have set it aside. */
export function isUnused(number: NumberRow): boolean {
  return number.seatId === null && number.userId === null && number.groupId === null && number.menuId === null;
}

/** U6: landline and mobile share one space of values, sip has its own; compared without separators also where a sip: address keeps its dots. */
export function valueKey(kind: NumberKind, value: string): string {
  return `${kind === 'sip' ? 'sip' : 'phone'}/${value.replace(/[\s.\-/()]/g, '')}`;
}

/** A SIP address as it is compared since version 2: scheme and host without case, everything else as typed, dots and dashes included. */
export function addressKey(value: string): string | null {
  const parts = /^(sips?):([^@]*)@([^;?]*)(.*)$/i.exec(value);
  if (parts === null) return null;
  const ascii = (text = '') => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return `${ascii(parts[1])}:${parts[2] ?? ''}@${ascii(parts[3])}${parts[4] ?? ''}`;
}

/** Numbers by value, the free ones in order, and the lowest unused value of each SIP range. */
export class NumberIndex {
  private readonly byValue: Map<string, string>;
  private readonly free: Map<NumberKind, BTree<string, string>>;
  /** Per range: every value below is used. */
  private readonly lowestUnused: Map<string, { readonly range: RangeRow; value: string }>;

  /** Empty, or on top of another, or of frozen maps, that it does not change. */
  constructor(
    below?: NumberIndex,
    frozen?: {
      readonly byValue: ReadableMap<string, string>;
      readonly free: ReadableMap<NumberKind, BTree<string, string>>;
    },
  ) {
    this.byValue = layerOn(below?.byValue ?? frozen?.byValue);
    this.free = layerOn(below?.free ?? frozen?.free, (numbers) => numbers.clone());
    // Few, and a look for the next free value already moves them.
    this.lowestUnused = new Map([...(below?.lowestUnused ?? [])].map(([id, mark]) => [id, { ...mark }]));
  }

  add(number: NumberRow): void {
    this.byValue.set(valueKey(number.kind, number.value), number.id);
    if (!isFreeNumber(number)) return;
    let free = ownIn(this.free, number.kind);
    if (free === undefined) {
      free = new BTree<string, string>(undefined, compareText);
      this.free.set(number.kind, free);
    }
    free.set(number.value, number.id);
  }

  remove(number: NumberRow): void {
    this.byValue.delete(valueKey(number.kind, number.value));
    if (isFreeNumber(number)) ownIn(this.free, number.kind)?.delete(number.value);
    if (number.kind !== 'sip') return;
    for (const mark of this.lowestUnused.values())
      if (
        number.value.length === mark.range.from.length &&
        mark.range.from <= number.value &&
        number.value < mark.value
      )
        mark.value = number.value;
  }

  /** A range that goes or changes is counted anew. */
  forgetRange(rangeId: string): void {
    this.lowestUnused.delete(rangeId);
  }

  with(kind: NumberKind, value: string): string | undefined {
    return this.byValue.get(valueKey(kind, value));
  }

  lowestFree(kind: NumberKind): string | undefined {
    const free = this.free.get(kind);
    const lowest = free?.minKey();
    return lowest === undefined ? undefined : free?.get(lowest);
  }

  lowestUnusedIn(range: RangeRow): string | undefined {
    let value = this.lowestUnused.get(range.id)?.value ?? range.from;
    while (value <= range.to && this.with('sip', value) !== undefined) {
      const next = String(Number(value) + 1).padStart(range.from.length, '0');
      // Past the last value of that many digits: a mark behind every value of the range.
      value = next.length > range.from.length ? `${range.to}~` : next;
    }
    this.lowestUnused.set(range.id, { range, value });
    return value <= range.to ? value : undefined;
  }
}
