/** Comparing more than this costs more than drawing anew. */
const mostCompared = 5_000;

/** Tells whether two values say the same: plain data of any depth. Very large ones count as different. */
export function isAlike(one: unknown, other: unknown): boolean {
  return new Comparison().isAlike(one, other);
}

class Comparison {
  private left = mostCompared;

  isAlike(one: unknown, other: unknown): boolean {
    if (Object.is(one, other)) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    this.left -= 1;
    if (this.left < 0) return false;
    if (Array.isArray(one))
      return (
        Array.isArray(other) &&
        one.length === other.length &&
        one.every((entry, index) => this.isAlike(entry, other[index]))
      );
    if (!isPlain(one) || !isPlain(other)) return false;
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && this.isAlike(one[name], other[name]))
    );
  }
}

function isPlain(value: object): value is { readonly [name: string]: unknown } {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
