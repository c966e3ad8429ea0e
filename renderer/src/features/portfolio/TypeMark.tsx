import type { ReactNode } from 'react';
import type { LicenseTypeId } from '#core/model/vocabulary';

/** The colour of a license type; its name always stands beside it. */
export function TypeMark({ typeId }: { readonly typeId: LicenseTypeId }): ReactNode {
  return <span className="type-mark" data-type={typeId} aria-hidden />;
}
