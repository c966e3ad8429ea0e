import { isDay } from '../kernel/day';
import { isKnownVersion } from '../rules/version';
import type { Commit } from './commit';

type Field = (value: unknown) => boolean;

const hashShape = /^[0-9a-f]{64}$/;
const idShape = /^[A-Za-z0-9._:-]{1,48}$/;

const upTo =
  (most: number, least = 0): Field =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const isHash: Field = (value) => typeof value === 'string' && hashShape.test(value);
const isSeq: Field = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
const isText: Field = (value) => typeof value === 'string';

const required: { readonly [name: string]: Field } = {
  ledger: upTo(64, 1),
  seq: isSeq,
  prev: isHash,
  id: (value) => typeof value === 'string' && idShape.test(value),
  day: (value) => typeof value === 'string' && isDay(value),
  at: upTo(40),
  by: upTo(64, 1),
  device: upTo(64),
  rules: (value) => typeof value === 'number' && isKnownVersion(value),
  do: upTo(64),
  args: () => true,
};
const isHead = objectOf({ seq: isSeq, hash: isHash }, {});
const isChoice = objectOf({}, { number: isText, seat: isText });
const optional: { readonly [name: string]: Field } = {
  chosen: (value) => Array.isArray(value) && value.every(isChoice),
  basis: isHead,
  key: upTo(64),
  sig: upTo(200),
};
const hasFields = objectOf(required, optional);

/**
 * Tells of a value of JSON, at a glance, that it is a commit just as its schema would read it. A no says nothing: then the schema is asked, which
 * also says what is wrong. It may say yes to nothing that the schema would refuse or read as something else.
 */
export function isCommitAsItStands(value: unknown): value is Commit {
  return hasFields(value) && ((value as Commit).rules > 1 || !Object.hasOwn(value as Commit, 'basis'));
}

function objectOf(needed: { readonly [name: string]: Field }, more: { readonly [name: string]: Field }): Field {
  const ofNeeded = Object.entries(needed).map(([name, is]) => [name, { is, counts: 1 as number }] as const);
  const ofMore = Object.entries(more).map(([name, is]) => [name, { is, counts: 0 as number }] as const);
  const fields = new Map([...ofNeeded, ...ofMore]);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const name in value) {
      const field = fields.get(name);
      if (field?.is((value as { readonly [name: string]: unknown })[name]) !== true) return false;
      found += field.counts;
    }
    return found === ofNeeded.length;
  };
}
