import type { ReactNode } from 'react';
import './SixWords.css';

/** Six words, large enough to be read out. */
export function SixWords({ label, words }: { readonly label: string; readonly words: readonly string[] }): ReactNode {
  return (
    <ol className="six-words selectable" aria-label={label}>
      {words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
