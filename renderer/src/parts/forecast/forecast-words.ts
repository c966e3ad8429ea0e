import type { ForecastEntry } from '#core/queries/forecast';
import type { RowsInMemory } from '../../data/session';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import type { ForecastLine } from './forecast-days';

const mostNames = 6;

/** One change on a day, as a sentence. */
export function forecastSentence(entry: ForecastEntry, { text }: TextWriter, names: Names): string {
  switch (entry.kind) {
    case 'blockStarts':
    case 'blockEnds':
      return text(`forecast.${entry.kind}`, { thing: names.thing(entry.blockId) });
    case 'contractRenews':
      return text('forecast.contractRenews');
    case 'joins':
    case 'leaves':
      return text(`forecast.${entry.kind}`, { user: names.user(entry.userId) });
    case 'seatFallsBack':
      return text('forecast.seatFallsBack', {
        user: names.user(entry.userId),
        type: names.type(entry.typeId),
        toType: names.type(entry.toTypeId),
      });
    case 'seatBlocked':
    case 'seatRestored':
      return text(`forecast.${entry.kind}`, { user: names.user(entry.userId), type: names.type(entry.typeId) });
    case 'resourceShort':
      return text('forecast.resourceShort', {
        pool: names.group(entry.poolId),
        resource: names.resource(entry.resource),
        short: entry.short,
      });
  }
}

/** A line of a day: what happens, and below it to whom or where. */
export function lineWords(
  line: ForecastLine,
  writer: TextWriter,
  names: Names,
  rows: Pick<RowsInMemory, 'row'>,
): { readonly what: string; readonly who: string | null } {
  const { text, list } = writer;
  switch (line.kind) {
    case 'blockStarts':
    case 'blockEnds': {
      const block = rows.row('blocks', line.blockId);
      return {
        what: text(`forecast.${line.kind}`, { thing: names.thing(line.blockId) }),
        who:
          block === undefined
            ? null
            : text('forecast.in', { source: text(`source.${block.source}`), group: names.group(block.groupId) }),
      };
    }
    case 'contractRenews':
      return { what: text('forecast.contractRenews'), who: null };
    case 'unitsShort':
      return {
        what: text('forecast.unitsShort', {
          pool: names.group(line.poolId),
          type: names.type(line.typeId),
          short: line.short,
        }),
        who: null,
      };
    case 'resourceShort':
      return {
        what: text('forecast.resourceShort', {
          pool: names.group(line.poolId),
          resource: names.resource(line.resource),
          short: line.short,
        }),
        who: null,
      };
    default: {
      const count = line.userIds.length;
      const values = {
        count,
        type: 'typeId' in line ? names.type(line.typeId) : '',
        toType: line.kind === 'seatFallsBack' ? names.type(line.toTypeId) : '',
      };
      const shown = line.userIds.slice(0, mostNames).map((id) => names.user(id));
      return {
        what: text(`forecast.people.${line.kind}`, values),
        who: list(count > mostNames ? [...shown, text('forecast.others', { count: count - mostNames })] : shown),
      };
    }
  }
}
