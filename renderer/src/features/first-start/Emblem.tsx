import type { ReactNode } from 'react';

/** The trellis with its shoot, as on the application's icon. */
export function Emblem(): ReactNode {
  return (
    <svg className="emblem" viewBox="0 0 512 512" width="64" height="64" aria-hidden>
      <rect width="512" height="512" rx="112" className="emblem-ground" />
      <g className="emblem-lattice">
        <path d="M160 96v320M256 96v320M352 96v320" />
        <path d="M96 176h320M96 296h320" />
      </g>
      <path className="emblem-shoot" d="M256 416C256 350 160 346 160 296S256 246 256 176" />
      <path className="emblem-shoot" d="M256 296C256 250 352 246 352 176" />
      <circle className="emblem-leaf" cx="256" cy="156" r="40" />
      <circle className="emblem-leaf" cx="352" cy="156" r="30" />
      <circle className="emblem-leaf" cx="160" cy="296" r="30" />
    </svg>
  );
}
