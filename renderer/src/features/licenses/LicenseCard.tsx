import { useId, type ReactNode } from 'react';

/** A titled part of the licenses tab. */
export function LicenseCard({ title, children, actions }: { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode | undefined }): ReactNode {
  const id = useId();
  return (
    <section className="license-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
