import { numberKinds } from '../model/vocabulary';
import { z } from 'zod';
import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import { isFreeNumber } from '../model/number-index';
import type { FieldValues, NumberKind, NumberRow } from '../model/rows';
import { may } from '../rules/permission';
import { anywhere, defineQuery } from './query';
import type { Question } from './question';

export interface NumberAnswer {
  readonly id: string;
  readonly kind: NumberKind;
  readonly value: string;
  readonly seatId?: string;
  readonly userId?: string;
  readonly groupId?: string;
  readonly menuId?: string;
  /** The reservation that has set it aside (D12). */
  readonly reservationId?: string;
  readonly fields?: FieldValues;
}

/** Numbers by value: for whoever may use numbers those that are free, and those in the reader's part of the tree. */
export const numbersQuery = defineQuery({
  name: 'numbers',
  args: z.strictObject({ kind: z.enum(numberKinds).optional(), free: z.boolean().optional() }),
  ...anywhere,
  answer: (question, { kind, free }) =>
    numbersAnswer(question, kind, free).filter((number) => mayReadNumber(question, number)),
});

function numbersAnswer(
  { model }: Question,
  kind: NumberKind | undefined,
  free: boolean | undefined,
): readonly NumberAnswer[] {
  const numbers: NumberRow[] = [];
  for (const number of model.rows('numbers')) {
    if (kind !== undefined && number.kind !== kind) continue;
    if (free !== undefined && isFreeNumber(number) !== free) continue;
    numbers.push(number);
  }
  return numbers
    .sort((one, other) => compareText(one.value, other.value) || compareText(one.id, other.id))
    .map((number) => numberAnswer(model, number));
}

function numberAnswer(view: View, number: NumberRow): NumberAnswer {
  const { id, kind, value, seatId, userId, groupId, menuId } = number;
  const holder = userId ?? (seatId === null ? null : (view.row('seats', seatId)?.userId ?? null));
  return {
    id,
    kind,
    value,
    ...(seatId === null ? {} : { seatId }),
    ...(holder === null ? {} : { userId: holder }),
    ...(groupId === null ? {} : { groupId }),
    ...(menuId === null ? {} : { menuId }),
    ...(number.held === undefined ? {} : { reservationId: number.held }),
    ...(number.fields === undefined ? {} : { fields: number.fields }),
  };
}

/** Tells whether the reader may give numbers to somebody, or read the whole account. */
export function mayUseNumbers(question: Question): boolean {
  return (
    may(question.model, question.reader, 'groups', null) ||
    may(question.model, question.reader, 'read', question.model.account.rootId)
  );
}

function mayReadNumber(question: Question, number: NumberAnswer): boolean {
  const { model, reader } = question;
  const seat = number.seatId === undefined ? undefined : model.row('seats', number.seatId);
  const groupId =
    number.groupId ??
    (number.userId === undefined ? undefined : model.user(number.userId).groupId) ??
    (number.menuId === undefined ? undefined : model.row('menus', number.menuId)?.groupId) ??
    seat?.poolId;
  return groupId == null ? mayUseNumbers(question) : may(model, reader, 'read', groupId);
}
