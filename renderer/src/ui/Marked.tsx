import { Fragment, type ReactNode } from 'react';

export interface MarkedProps {
  readonly text: string;
  /** What is marked, in order: from the first letter to before the last. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** A text with what was meant in it made to stand out. */
export function Marked({ text, marks }: MarkedProps): ReactNode {
  const starts = [0, ...marks.map(([, to]) => to)];
  return starts.map((start, index) => {
    const mark = marks[index];
    return (
      <Fragment key={start}>
        {text.slice(start, mark?.[0] ?? text.length)}
        {mark === undefined ? null : <mark>{text.slice(mark[0], mark[1])}</mark>}
      </Fragment>
    );
  });
}
