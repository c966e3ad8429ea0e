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
  steps: fromEnvironment('TRELLIS_PROPERTY_STEPS', 300),
  seed: fromEnvironment('TRELLIS_PROPERTY_SEED', 20_260_110),
  /** After how many commits everything is recomputed from scratch. */
  everyCommits: fromEnvironment('TRELLIS_PROPERTY_EVERY', 20),
} as const;
