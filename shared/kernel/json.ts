import canonicalize from 'canonicalize';
import equal from 'fast-deep-equal';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** Canonical JSON (RFC 8785): the same value gives the same text on every machine. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(one: unknown, other: unknown): boolean {
  return equal(one, other);
}
