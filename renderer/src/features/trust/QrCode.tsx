import { encodeQR } from 'qr';
import { useMemo, type ReactNode } from 'react';

/** A text as a picture that a telephone reads: dark on light in every theme, with the margin that readers need. */
export function QrCode({ label, code }: { readonly label: string; readonly code: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const rows = encodeQR(code, 'raw', { ecc: 'low', border: 4 });
    const dark = rows.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
    );
    return { size: rows.length, path: dark.join('') };
  }, [code]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  );
}
