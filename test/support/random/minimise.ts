/**
 * Leaves out as many steps as can be left out while a run still fails: halves first, then ever smaller pieces.
 * Gives up looking after a number of attempts, with what it has by then.
 */
export async function minimise<T>(
  steps: readonly T[],
  fails: (steps: readonly T[]) => boolean | Promise<boolean>,
  attempts = 400,
): Promise<readonly T[]> {
  let failing = steps;
  let piece = Math.ceil(failing.length / 2);
  let left = attempts;
  while (piece >= 1 && left > 0) {
    let shorter = false;
    for (let from = 0; from < failing.length && left > 0;) {
      const fewer = [...failing.slice(0, from), ...failing.slice(from + piece)];
      left -= 1;
      if (await fails(fewer)) {
        failing = fewer;
        shorter = true;
      } else {
        from += piece;
      }
    }
    if (piece === 1 && !shorter) break;
    piece = shorter ? Math.max(1, Math.min(piece, Math.ceil(failing.length / 2))) : Math.floor(piece / 2);
  }
  return failing;
}
