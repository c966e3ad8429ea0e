import { hashText, type Section, type SectionData, type TextSections } from './format';

/** Typed views of the sections behind a head. */
export class SectionReader {
  private readonly buffer: ArrayBufferLike;
  private readonly start: number;

  constructor(bytes: Uint8Array, body: number) {
    // Sections begin on multiples of 8; bytes that do not are copied once.
    const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
    this.buffer = whole.buffer;
    this.start = whole.byteOffset + body;
  }

  read([start, length, kind]: Section): SectionData {
    const at = this.start + start;
    switch (kind) {
      case 'u8':
        return new Uint8Array(this.buffer, at, length);
      case 'u16':
        return new Uint16Array(this.buffer, at, length);
      case 'u32':
        return new Uint32Array(this.buffer, at, length);
      case 'i32':
        return new Int32Array(this.buffer, at, length);
      case 'f64':
        return new Float64Array(this.buffer, at, length);
    }
  }

  texts({ starts, units }: TextSections): Texts {
    return new Texts(this.read(starts), this.read(units));
  }
}

/** Longer pieces would not fit the arguments of one call. */
const unitsAtOnce = 4096;

export function textOf(units: SectionData, start: number, end: number): string {
  if (end - start <= unitsAtOnce)
    return String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
  let text = '';
  for (let at = start; at < end; at += unitsAtOnce) text += textOf(units, at, Math.min(end, at + unitsAtOnce));
  return text;
}

/** The hash of a text by its units: the same as `hashText` of it. */
function hashUnits(units: SectionData, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  return hash >>> 0;
}

/** From one find in so many texts on, finding them by hash is worth the time and the room that its slots take. */
const findsWorthSlots = 8;

/** Texts that are made when they are asked for. */
export class Texts {
  private slots: Int32Array | null = null;
  private finds = 0;

  constructor(
    private readonly starts: SectionData,
    private readonly units: SectionData,
  ) {}

  get length(): number {
    return this.starts.length - 1;
  }

  at(index: number): string {
    return textOf(this.units, this.starts[index] as number, this.starts[index + 1] as number);
  }

  /** The place of a text among sorted ones, -1 where it is not there. */
  find(text: string): number {
    if (this.slots !== null) return this.findIn(this.slots, text);
    this.finds += 1;
    if (this.finds * findsWorthSlots > this.length) this.slots = this.makeSlots();
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.compare(middle, text);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private findIn(slots: Int32Array, text: string): number {
    const most = slots.length - 1;
    for (let slot = hashText(text) & most; ; slot = (slot + 1) & most) {
      const index = (slots[slot] as number) - 1;
      if (index === -1 || this.compare(index, text) === 0) return index;
    }
  }

  /** Places by hash, each one more than it is, 0 for none; half of them at most are taken. */
  private makeSlots(): Int32Array {
    let size = 16;
    while (size < this.length * 2) size *= 2;
    const slots = new Int32Array(size);
    for (let index = 0; index < this.length; index += 1) {
      let slot = hashUnits(this.units, this.starts[index] as number, this.starts[index + 1] as number) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = index + 1;
    }
    return slots;
  }

  private compare(index: number, text: string): number {
    const start = this.starts[index] as number;
    const length = (this.starts[index + 1] as number) - start;
    const shared = Math.min(length, text.length);
    for (let at = 0; at < shared; at += 1) {
      const difference = (this.units[start + at] as number) - text.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}
