import type { RowsInMemory } from '../../data/session';
import { forecastSentence, lineWords, type ForecastDay, type ForecastLine } from '../../parts/forecast';
import type { ExportedRow } from '../../parts/tables';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';

type Rows = Pick<RowsInMemory, 'row'>;

/** Group in which something that is not about people happens; `null` where it is the account. */
function groupOfLine(line: Exclude<ForecastLine, { readonly userIds: unknown }>, rows: Rows): string | null {
  if (line.kind === 'contractRenews') return null;
  return 'poolId' in line ? line.poolId : (rows.row('blocks', line.blockId)?.groupId ?? null);
}

/** Days as a file has them: a row for each change, and for each person by itself, as people of one line are in several groups. */
export function forecastToExport(
  days: readonly ForecastDay[],
  writer: TextWriter,
  names: Names,
  rows: Rows,
): readonly ExportedRow[] {
  return days.flatMap(({ day, lines }) => {
    const row = (what: string, groupId: string | null): ExportedRow => ({
      groupId,
      cells: [writer.day(day), what, groupId === null ? '' : names.group(groupId)],
    });
    return lines.flatMap((line): readonly ExportedRow[] => {
      if (!('userIds' in line)) return [row(lineWords(line, writer, names, rows).what, groupOfLine(line, rows))];
      const { userIds, ...about } = line;
      return userIds.map((userId) =>
        row(forecastSentence({ ...about, day, userId }, writer, names), rows.row('users', userId)?.groupId ?? null),
      );
    });
  });
}
