import { useId, type ReactNode } from 'react';
import './Card.css';

export interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** 3 where the card stands below a heading of its own, as in a dialog. */
  readonly level?: 2 | 3 | undefined;
  /** What is said beside the title, such as a badge. */
  readonly mark?: ReactNode | undefined;
  /** What stands at the far end of the title. */
  readonly actions?: ReactNode | undefined;
}

/** A titled part of a tab or a panel, in a frame. */
export function Card({ title, children, level = 2, mark, actions }: CardProps): ReactNode {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <div className="card-title">
          <Heading id={id}>{title}</Heading>
          {mark}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
