import { z } from 'zod';

const opening = z.strictObject({ scenario: z.string().min(1), today: z.string(), timeZone: z.string() });
const today = z.strictObject({ today: z.string() });
const sync = z.strictObject({ sync: z.string() });
const dropping = z.strictObject({ on: z.string().optional(), attention: z.literal('drop'), index: z.int().min(0) });
const intent = z.strictObject({
  as: z.string().optional(),
  on: z.string().optional(),
  do: z.string(),
  args: z.unknown().optional(),
  commit: z.string().optional(),
  expect: z
    .strictObject({
      ok: z.literal(true).optional(),
      refused: z.array(z.string()).optional(),
      params: z.record(z.string(), z.unknown()).optional(),
      warned: z.array(z.string()).optional(),
    })
    .optional(),
});
const query = z.strictObject({
  as: z.string().optional(),
  on: z.string().optional(),
  query: z.string(),
  args: z.unknown().optional(),
  day: z.string().optional(),
  expect: z.unknown().optional(),
});

export type Opening = z.output<typeof opening>;
export type IntentStep = z.output<typeof intent>;
export type QueryStep = z.output<typeof query>;

/** One line of a scenario. */
export type Step =
  | { readonly kind: 'opening'; readonly step: Opening }
  | { readonly kind: 'today'; readonly step: z.output<typeof today> }
  | { readonly kind: 'sync'; readonly step: z.output<typeof sync> }
  | { readonly kind: 'dropping'; readonly step: z.output<typeof dropping> }
  | { readonly kind: 'intent'; readonly step: IntentStep }
  | { readonly kind: 'query'; readonly step: QueryStep };

/** A line that is no step of a scenario. */
export class UnreadableStep extends Error {}

/** The steps of a scenario file; blank lines and comments are passed over. */
export function readSteps(text: string): readonly { readonly line: number; readonly step: Step }[] {
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    return trimmed === '' || trimmed.startsWith('#') ? [] : [{ line: index + 1, step: readStep(trimmed, index + 1) }];
  });
}

function readStep(text: string, line: number): Step {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableStep(`line ${String(line)} is not JSON`);
  }
  try {
    const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
    if (has('scenario')) return { kind: 'opening', step: opening.parse(value) };
    if (has('do')) return { kind: 'intent', step: intent.parse(value) };
    if (has('query')) return { kind: 'query', step: query.parse(value) };
    if (has('sync')) return { kind: 'sync', step: sync.parse(value) };
    if (has('attention')) return { kind: 'dropping', step: dropping.parse(value) };
    return { kind: 'today', step: today.parse(value) };
  } catch (error) {
    throw new UnreadableStep(
      `line ${String(line)}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`,
    );
  }
}
