import { z } from 'zod';
import { withoutFormatCharacters } from '../kernel/clean-text';
import { cleanLine } from '../kernel/typed-text';
import type { RingoverMenu, RingoverNumber, RingoverPlan, RingoverUser } from './ringover';

/**
 * The vendor's answers in our words. What is missing or strange in one entry leaves that entry out or a field empty, never the
 * whole list: an answer is somebody else's text.
 */

/** A page of the vendor's lists is never longer. */
export const longestPage = 1_000;
const longestText = 200;

const list = z.array(z.unknown()).max(10_000);
const record = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof record>;

function fieldsOf(value: unknown): Fields | null {
  const parsed = record.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? withoutFormatCharacters(cleanLine(value)).slice(0, longestText) : '';
}

/** An id: a whole number, or a short word. */
function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(value) ? value : null;
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000 ? value : 0;
}

/** A phone number: E.164 without `+`, as a whole number or a text; in an object under `number`. */
function numberOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'number' in value) return numberOf(value.number);
  const digits = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof digits === 'string' && /^\+?\d{7,15}$/.test(digits) ? `+${digits.replace(/^\+/, '')}` : null;
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function numbersOf(value: unknown): readonly string[] {
  const parsed = list.safeParse(value);
  return parsed.success ? [...new Set(parsed.data.flatMap((one) => present(numberOf(one))))] : [];
}

/** The entries of a list: `{list: […]}` or a bare array; an empty answer is an empty list; `null` for anything else. */
export function entriesOf(value: unknown): readonly unknown[] | null {
  if (value === null) return [];
  const parsed = list.safeParse(Array.isArray(value) ? value : fieldsOf(value)?.['list']);
  return parsed.success ? parsed.data : null;
}

export function readUser(value: unknown): RingoverUser | null {
  const fields = fieldsOf(value);
  const id = idOf(fields?.['user_id']);
  if (fields === null || id === null) return null;
  const plan = fieldsOf(fields['plan']);
  const planId = idOf(plan?.['id']);
  return {
    id,
    firstName: textOf(fields['firstname']),
    lastName: textOf(fields['lastname']),
    email: textOf(fields['email']),
    numbers: numbersOf(fields['numbers']),
    plan: planId === null ? null : { id: planId, name: textOf(plan?.['name']) },
  };
}

export function readNumber(value: unknown): RingoverNumber | null {
  const fields = fieldsOf(value);
  const number = numberOf(fields?.['number']);
  if (fields === null || number === null) return null;
  const kinds = ['user', 'ivr', 'conference'] as const;
  const to = kinds.flatMap((kind) => present(idOf(fields[`${kind}_id`])).map((id) => ({ kind, id })))[0] ?? null;
  return { number, label: textOf(fields['label']), to };
}

export function readIvr(value: unknown): RingoverMenu | null {
  const fields = fieldsOf(value);
  const id = idOf(fields?.['ivr_id']) ?? idOf(fields?.['id']);
  if (fields === null || id === null) return null;
  return { id, kind: 'ivr', name: textOf(fields['name']), numbers: numbersOf(fields['numbers']), users: null };
}

/** A ring group without its members, which come page by page. */
export function readGroup(value: unknown): RingoverMenu | null {
  const fields = fieldsOf(value);
  const id = idOf(fields?.['group_id']) ?? idOf(fields?.['id']);
  if (fields === null || id === null) return null;
  return { id, kind: 'queue', name: textOf(fields['name']), numbers: numbersOf(fields['numbers']), users: null };
}

/** The ids of the members on one page of a ring group; `null` where there is no list of them. */
export function readMembers(value: unknown): readonly string[] | null {
  if (value === null) return [];
  const parsed = list.safeParse(Array.isArray(value) ? value : fieldsOf(value)?.['users']);
  if (!parsed.success) return null;
  return parsed.data.flatMap((one) => present(idOf(fieldsOf(one)?.['user_id'] ?? one)));
}

export function readPlan(value: unknown): RingoverPlan | null {
  const fields = fieldsOf(value);
  const id = idOf(fields?.['plan_id']);
  if (fields === null || id === null) return null;
  return {
    id,
    name: textOf(fields['plan_name']),
    used: countOf(fields['nb_licences_used']),
    bought: countOf(fields['nb_licences']),
  };
}

/** The account's name and the number of its people, which tells whether a list of people is whole. */
export function readTeam(
  value: unknown,
): { readonly id: string; readonly name: string; readonly people: number } | null {
  const fields = fieldsOf(Array.isArray(value) ? value[0] : value);
  const id = idOf(fields?.['team_id']);
  if (fields === null || id === null) return null;
  const users = list.safeParse(fields['users']);
  return { id, name: textOf(fields['name']), people: users.success ? users.data.length : 0 };
}

/** The vendor's own words in an error, shortened. */
export function saidIn(body: string): string {
  try {
    return textOf(fieldsOf(JSON.parse(body))?.['error']);
  } catch {
    return textOf(body);
  }
}
