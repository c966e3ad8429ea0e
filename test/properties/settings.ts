function fromEnvironment(name: string, otherwise: number): number {
  const given = Number(process.env[name]);
  return Number.isInteger(given) && given > 0 ? given : otherwise;
}

/**
 * How much chance is let in. The seed is the same for everyone, so that a test that turns red was turned red by a change;
 * the long run (`node scripts/properties.mjs`) takes a new one each time.
 */
export const settings = {
  runs: fromEnvironment('TRELLIS_PROPERTY_RUNS', 200),
  /** Schedules of several computers. */
  schedules: fromEnvironment('TRELLIS_PROPERTY_SCHEDULES', 100),
  /** Runs of the kept place by chance. */
  keptRuns: fromEnvironment('TRELLIS_PROPERTY_KEPT', 100),
  /** Runs of computers that are let in, shut out and changed by chance. */
  keyRuns: fromEnvironment('TRELLIS_PROPERTY_KEYS', 4),
  steps: fromEnvironment('TRELLIS_PROPERTY_STEPS', 300),
  seed: fromEnvironment('TRELLIS_PROPERTY_SEED', 20_260_110),
  /** After how many commits everything is recomputed from scratch. */
  everyCommits: fromEnvironment('TRELLIS_PROPERTY_EVERY', 10),
  /** Whether to print how often everything happened. */
  report: process.env['TRELLIS_PROPERTY_REPORT'] === 'yes',
  /** Milliseconds that one test may take; the long run has all day. */
  patience: fromEnvironment('TRELLIS_PROPERTY_PATIENCE', 600_000),
} as const;
