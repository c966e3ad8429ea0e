import { sha256Hex, textToBytes } from '../kernel/hash';
import { canonicalJson } from '../kernel/json';
import { compareText } from '../kernel/text';
import { isOfTrust, isSinceRules2, tableNames } from '../model/rows';
import { defineQuery, nothing } from './query';
import type { Question } from './question';

export interface DigestAnswer {
  readonly groups: number;
  readonly users: number;
  readonly seats: number;
  readonly numbers: number;
  readonly blocks: number;
  readonly devices: number;
  readonly hash: string;
}

export const digestQuery = defineQuery({ name: 'digest', args: nothing, answer: (question) => digestAnswer(question) });

/** The whole state in one hash: the same on every replica at one head. */
function digestAnswer({ model }: Question): DigestAnswer {
  const named = tableNames.filter(
    (table) =>
      (!isOfTrust(table) || model.size('protection') > 0) &&
      (!isSinceRules2(table) || model.size('ledger') > 0) &&
      // No part of the state of an account that has none: so digests from before there were any stay as they were.
      (table !== 'types' || model.size('types') > 0),
  );
  const tables = named.map((table) => {
    const rows = [...model.rows(table)].sort((one, other) => compareText(one.id, other.id));
    return `${JSON.stringify(table)}:[${rows.map((row) => canonicalJson(row)).join(',')}]`;
  });
  return {
    groups: model.size('groups'),
    users: model.size('users'),
    seats: model.size('seats'),
    numbers: model.size('numbers'),
    blocks: model.size('blocks'),
    devices: model.size('devices'),
    hash: sha256Hex(textToBytes(`{${[...tables].sort(compareText).join(',')}}`)),
  };
}
