/** Every version of the rules there has been, oldest first. A new one is a number more; the compiler then names what asks for it. */
export const rulesVersions = [1, 2] as const;

/**
 * A version of the rules: what a replay accepts, and what it makes of it. Commits say under which they were made, and
 * count under it for ever. Versions live side by side: where one differs from the one before, the code asks the act for
 * its version on the spot, so that a rule and its past stand in one place.
 */
export type RulesVersion = (typeof rulesVersions)[number];

/** The version under which new acts are judged. */
export const newestRules: RulesVersion = 2;

export function isKnownVersion(rules: number): rules is RulesVersion {
  return (rulesVersions as readonly number[]).includes(rules);
}
