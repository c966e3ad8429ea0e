import type { ReactNode } from 'react';
import type { GlossaryWord } from '../text/glossary';
import { Words } from './Words';
import './PropertyList.css';

export interface Property {
  readonly id: string;
  readonly name: string;
  readonly value: ReactNode;
  /** Where the value comes from, such as "from Sunrise". */
  readonly origin?: ReactNode | undefined;
}

/** Names and values, one below the other. */
export function PropertyList({ properties }: { readonly properties: readonly Property[] }): ReactNode {
  return (
    <dl className="property-list">
      {properties.map((property) => (
        <div key={property.id} className="property">
          <dt>{property.name}</dt>
          <dd className="selectable">
            {property.value}
            {property.origin === undefined ? null : <span className="property-origin">{property.origin}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A titled part of the properties pane. */
export function PropertySection({
  title,
  children,
  words,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  /** Words in it that are explained beside the title. */
  readonly words?: readonly GlossaryWord[] | undefined;
  readonly actions?: ReactNode | undefined;
}): ReactNode {
  return (
    <section className="property-section">
      <header>
        <h2>{title}</h2>
        {words === undefined ? null : <Words words={words} />}
        {actions}
      </header>
      {children}
    </section>
  );
}
