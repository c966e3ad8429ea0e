import type { ReactNode } from 'react';

/** The trellis: a lattice with a shoot on it. */
export function Emblem(): ReactNode {
  return (
    <svg className="emblem" viewBox="0 0 64 64" width="64" height="64" aria-hidden>
      <rect width="64" height="64" rx="15" className="emblem-ground" />
      <g className="emblem-lattice">
        <path d="M18 12v40M32 12v40M46 12v40M12 20h40M12 34h40M12 48h40" />
      </g>
      <path className="emblem-shoot" d="M18 52c0-9 3-14 14-18s14-8 14-17" />
      <circle className="emblem-leaf" cx="18" cy="48" r="4.5" />
      <circle className="emblem-leaf" cx="32" cy="34" r="4.5" />
      <circle className="emblem-leaf" cx="46" cy="18" r="4.5" />
    </svg>
  );
}
