import { useId, type ReactNode } from 'react';
import type { GlossaryWord } from '../text/glossary';
import { Words } from './Words';
import './Card.css';

export interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** 3 where the card stands below a heading of its own, as in a dialog. */
  readonly level?: 2 | 3 | undefined;
  /** What is said beside the title, such as a badge. */
  readonly mark?: ReactNode | undefined;
  /** Words in it that are explained beside the title. */
  readonly words?: readonly GlossaryWord[] | undefined;
  /** What stands at the far end of the title. */
  readonly actions?: ReactNode | undefined;
}

/** A titled part of a tab or a panel, in a frame. */
export function Card({ title, children, level = 2, mark, words, actions }: CardProps): ReactNode {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <div className="card-title">
          <Heading id={id}>{title}</Heading>
          {mark}
          {words === undefined ? null : <Words words={words} />}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
