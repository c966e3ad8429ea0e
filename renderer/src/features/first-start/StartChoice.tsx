import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** One way to begin. */
export function StartChoice({
  icon: Icon,
  title,
  description,
  children,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="start-choice" aria-labelledby={id}>
      <Icon size="1.7em" strokeWidth={1.5} aria-hidden className="start-choice-icon" />
      <h2 id={id}>{title}</h2>
      <p className="quiet">{description}</p>
      <div className="start-choice-do">{children}</div>
    </section>
  );
}
