import { isOwnSheetField } from '#core/sheets/fields';
import type { CellProblem, LeftOutReason, SheetField } from '#core/sheets/sheet';
import { baseRoles } from '#core/model/vocabulary';
import type { Names } from '../../text/names';
import { refusalSentence } from '../../text/refusals/refusal-sentence';
import type { TextWriter } from '../../text/text';

/** Name of a column; a field of one's own by the name it was given. */
export function fieldName(field: SheetField, { text }: TextWriter, names: Names): string {
  return isOwnSheetField(field) ? names.field(field.slice('own.'.length)) : text(`sheet.names.${field}`);
}

/** What a cell may say instead, as a person would write it. */
function choicesFor(field: SheetField, { text, list }: TextWriter, names: Names): string {
  switch (field) {
    case 'role':
      return list(baseRoles.map((role) => names.role(role)));
    case 'lifecycle':
      return list((['planned', 'invited', 'active'] as const).map((state) => text(`lifecycle.${state}`)));
    case 'license':
      return list(names.types('seat'));
    case 'type':
      return list(names.types());
    default:
      return list((['landline', 'mobile', 'sip'] as const).map((kind) => text(`numberKind.${kind}`)));
  }
}

/** Says what is wrong with a cell, in a sentence. */
export function problemSentence(problem: CellProblem, writer: TextWriter, names: Names): string {
  const { text } = writer;
  const { field } = problem;
  switch (problem.kind) {
    case 'missing':
      return text('sheet.problem.missing', { field: fieldName(field, writer, names) });
    case 'unknownWord':
      if (isOwnSheetField(field)) return text('sheet.problem.notAChoice', { typed: problem.typed });
      return text('sheet.problem.unknownWord', { typed: problem.typed, choices: choicesFor(field, writer, names) });
    case 'severalThings':
      return text('sheet.problem.severalThings', { field, typed: problem.typed, count: problem.count });
    case 'repeated':
      return text('sheet.problem.repeated', { row: problem.row });
    case 'cannotChange':
      return text('sheet.problem.cannotChange', { field });
    case 'refused': {
      const { message, help } = refusalSentence(problem.refusal, writer, names);
      return help === null ? message : `${message} ${help}`;
    }
    case 'notANumberOfItsKind':
      return text('sheet.problem.notANumberOfItsKind', { typed: problem.typed, problem: problem.problem });
    case 'formulaWithoutValue':
    case 'quoteNotClosed':
    case 'tooLong':
      return text(`sheet.problem.${problem.kind}`);
    case 'errorValue':
    case 'scientific':
    case 'tooManyDigits':
    case 'beyondHeadings':
    case 'ambiguousDay':
    case 'kindUnknown':
      return text(`sheet.problem.${problem.kind}`, { typed: problem.typed });
    case 'unknownThing':
    case 'notAPool':
    case 'notANumber':
    case 'notADay':
      return text(`sheet.problem.${problem.kind}`, { field, typed: problem.typed });
  }
}

/** Says why a row is left out, with its place in the file. */
export function leftOutWords(
  { row, reason }: { readonly row: number; readonly reason: LeftOutReason },
  { text }: TextWriter,
): string {
  return text(`sheet.leftOut.${reason}`, { row });
}
