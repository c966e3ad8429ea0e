/**
 * A version of the rules: what a replay accepts, and what it makes of it. Commits say under which they were made, and
 * count under it for ever. Versions live side by side: where one differs from the one before, the code asks the act for
 * its version on the spot, so that a rule and its past stand in one place.
 */
export type RulesVersion = 1 | 2;

/** The version under which new acts are judged. */
export const newestRules: RulesVersion = 2;

export function isKnownVersion(rules: number): rules is RulesVersion {
  return rules === 1 || rules === 2;
}
