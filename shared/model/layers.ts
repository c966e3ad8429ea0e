/** Map as a layer needs it below itself; a `Map` is one. */
export interface ReadableMap<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  entries(): IterableIterator<[K, V]>;
  /** Entries in the same order, of whose values only some members are made; missing where a map has its values whole anyway. */
  entriesOnly?(members: readonly string[]): IterableIterator<[K, V]>;
}

/**
 * A map on top of another that it does not change: what is set or deleted here stays here. The map below must not change
 * while it is in use. Entries come in an order of their own: first those set here, then those below.
 *
 * ```ts
 * import { LayeredMap } from '#core/model/layers';
 *
 * const below = new Map([['Ann', 1], ['Bob', 2]]);
 * const layer = new LayeredMap(below);
 * layer.set('Cem', 3).delete('Ann');
 * [...layer.keys()]; // → ['Cem', 'Bob']
 * [...below.keys()]; // → ['Ann', 'Bob']
 * ```
 */
export class LayeredMap<K, V> extends Map<K, V> {
  private readonly gone = new Set<K>();
  private count: number;

  /** `copy` makes a value of the map below one's own before it is changed in place. */
  constructor(
    private readonly below: ReadableMap<K, V>,
    private readonly copy: (value: V) => V = (value) => value,
  ) {
    super();
    this.count = below.size;
  }

  override get size(): number {
    return this.count;
  }

  override get(key: K): V | undefined {
    const own = super.get(key);
    if (own !== undefined) return own;
    // Mostly nothing has gone: every rule reads through here.
    return this.gone.size > 0 && this.gone.has(key) ? undefined : this.below.get(key);
  }

  override has(key: K): boolean {
    return super.has(key) || (!this.gone.has(key) && this.below.has(key));
  }

  override set(key: K, value: V): this {
    if (!this.has(key)) this.count += 1;
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (!this.has(key)) return false;
    super.delete(key);
    if (this.below.has(key)) this.gone.add(key);
    this.count -= 1;
    return true;
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  /** The value to change in place. */
  own(key: K): V | undefined {
    const present = super.get(key);
    if (present !== undefined || this.gone.has(key)) return present;
    const value = this.below.get(key);
    if (value === undefined) return undefined;
    const copied = this.copy(value);
    super.set(key, copied);
    return copied;
  }

  override *entries(): MapIterator<[K, V]> {
    yield* super.entries();
    for (const [key, value] of this.below.entries()) if (!this.gone.has(key) && !super.has(key)) yield [key, value];
  }

  *entriesOnly(members: readonly string[]): Generator<[K, V]> {
    yield* super.entries();
    for (const [key, value] of this.below.entriesOnly?.(members) ?? this.below.entries())
      if (!this.gone.has(key) && !super.has(key)) yield [key, value];
  }

  override *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  override *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override forEach(call: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }
}

/** The value of a map to change in place: of a layer, a copy of the one below. */
export function ownIn<K, V>(map: Map<K, V>, key: K): V | undefined {
  return map instanceof LayeredMap ? (map as LayeredMap<K, V>).own(key) : map.get(key);
}

/** A new map, or a layer on one. */
export function layerOn<K, V>(below: ReadableMap<K, V> | undefined, copy?: (value: V) => V): Map<K, V> {
  return below === undefined ? new Map<K, V>() : new LayeredMap(below, copy);
}
