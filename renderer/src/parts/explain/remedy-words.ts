import type { Remedy, SupplyStep } from '#core/queries/remedy';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';

/** Remedies in plain words: what is missing, then one sentence for each thing to do. */
export interface RemedyWords {
  readonly missing: string;
  readonly steps: readonly string[];
  /** Waiting as the other way, where it leads anywhere. */
  readonly wait: string | null;
}

function stepSentences(
  steps: readonly SupplyStep[],
  typeId: unknown,
  { text }: TextWriter,
  names: Names,
): readonly string[] {
  const type = names.type(typeId);
  return steps.map(({ from, to, units }) =>
    from === null
      ? text('explain.buy', { units, type, pool: names.group(to) })
      : text('explain.allocate', { units, type, from: names.group(from), to: names.group(to) }),
  );
}

export function remedyWords(remedy: Remedy, writer: TextWriter, names: Names): RemedyWords {
  const { text, day } = writer;
  const pool = names.group(remedy.pool);
  const wait = remedy.fromDay === null ? null : text('explain.wait', { day: day(remedy.fromDay) });
  switch (remedy.kind) {
    case 'moreUnits':
      return {
        missing: text('explain.missingUnits', { pool, units: remedy.units, type: names.type(remedy.typeId) }),
        steps: stepSentences(remedy.steps, remedy.typeId, writer, names),
        wait,
      };
    case 'giveBackFirst':
      return {
        missing: text('explain.inUse', { pool, units: remedy.units, type: names.type(remedy.typeId) }),
        steps: [text('explain.giveBack', { pool, units: remedy.units, type: names.type(remedy.typeId) })],
        wait,
      };
    case 'moreResource':
      return {
        missing: text('explain.missingResource', {
          pool,
          amount: remedy.amount,
          resource: names.resource(remedy.resource),
        }),
        steps: stepSentences(remedy.steps ?? [], remedy.typeId, writer, names),
        wait,
      };
  }
}

/** The same in one line, for a message in passing. */
export function remedyLine(remedy: Remedy, writer: TextWriter, names: Names): string {
  const { steps, wait } = remedyWords(remedy, writer, names);
  return [...steps, ...(wait === null ? [] : [wait])].join(' ');
}
