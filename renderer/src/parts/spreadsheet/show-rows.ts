import { startTransition } from 'react';

/** So many rows that showing them in one piece would hold the window for a moment. */
const manyRows = 2_000;

/** Shows what was worked out for so many rows: few with the next picture, many piece by piece, so that the window answers in between. */
export function showRows(count: number, show: () => void): void {
  if (count > manyRows) startTransition(show);
  else show();
}
