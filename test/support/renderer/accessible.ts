import axe from 'axe-core';

/** What axe finds wrong in an element, one line each. Colours need a real window and are looked at there. */
export async function accessibilityProblems(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)}`),
  );
}
