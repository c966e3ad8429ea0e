import canonicalize from 'canonicalize';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** Canonical JSON (RFC 8785): the same value gives the same text on every machine. */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value, 0);
  return ordered === unusual ? (canonicalize(value) ?? 'null') : JSON.stringify(ordered);
}

const unusual = Symbol('what only the library writes');
const mostLevels = 100;

/**
 * The same value with its keys in order, which the platform then writes in one go: every signed act that is read comes by here.
 * `unusual` where that would not be the same: numbers and texts that are none in JSON, what is no plain object, and keys that an object
 * puts in an order of its own.
 */
function inOrder(value: unknown, level: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : unusual;
  if (typeof value !== 'object' || level > mostLevels) return unusual;
  if (Array.isArray(value)) {
    const parts: unknown[] = [];
    for (const each of value as readonly unknown[]) {
      const part = inOrder(each, level + 1);
      if (part === unusual) return unusual;
      parts.push(part);
    }
    return 'toJSON' in value ? unusual : parts;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return unusual;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (inner === undefined) continue;
    const part = inOrder(inner, level + 1);
    if (part === unusual || key === '__proto__' || key === 'toJSON' || isDigit(key.charCodeAt(0))) return unusual;
    ordered[key] = part;
  }
  return ordered;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Tells whether two JSON values are the same, whatever the order of their keys. Written here because packages for it ask values for
 * their constructor or `valueOf`, which in JSON from outside are keys like any other.
 */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((part, index) => sameJson(part, other[index]))
    );
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
