/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, their presentation forms, and the scripts beyond the first plane such as Adlam. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name that keeps its place among others: one written from right to left would turn the order of its neighbours around. */
function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

/** A way through the tree, from the top down. Every path is written by this, so that all run in one order. */
export function writePath(names: readonly string[]): string {
  return names.map(isolated).join(' › ');
}
