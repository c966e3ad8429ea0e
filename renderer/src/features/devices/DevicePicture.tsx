import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import type { DeviceKind } from './device-kind';
import './devices.css';

/** Drawings of our own, in the colours of the window. */
const drawings: { readonly [K in DeviceKind]: ReactNode } = {
  panel: (
    <>
      <rect className="device-body" x="13" y="3" width="22" height="42" rx="4" />
      <circle className="device-glass" cx="24" cy="12" r="4.5" />
      <circle className="device-mark" cx="24" cy="12" r="1.5" />
      <path className="device-line" d="M19 20.5h10M19 23.5h10" />
      {[29, 34, 39].flatMap((y) =>
        [19, 24, 29].map((x) => <circle key={`${x} ${y}`} className="device-mark" cx={x} cy={y} r="1.4" />),
      )}
    </>
  ),
  monitor: (
    <>
      <rect className="device-body" x="4" y="9" width="40" height="29" rx="4" />
      <rect className="device-glass" x="8" y="13" width="26" height="21" rx="1.5" />
      <path className="device-line" d="M12 30l6-7 4 4 4-6 5 9" />
      <circle className="device-mark" cx="39" cy="19" r="1.7" />
      <circle className="device-mark" cx="39" cy="25" r="1.7" />
      <circle className="device-mark" cx="39" cy="31" r="1.7" />
    </>
  ),
  lock: (
    <>
      <path className="device-line device-thick" d="M16 21v-6a8 8 0 0 1 16 0v6" />
      <rect className="device-body" x="10" y="20" width="28" height="24" rx="4" />
      <circle className="device-mark" cx="24" cy="30" r="3" />
      <path className="device-line" d="M24 31v6" />
    </>
  ),
  other: (
    <>
      <path className="device-line" d="M14 18V7M34 18V7" />
      <rect className="device-body" x="5" y="18" width="38" height="22" rx="4" />
      <path className="device-line" d="M24 29h13" />
      <circle className="device-mark" cx="12" cy="29" r="1.7" />
      <circle className="device-mark" cx="18" cy="29" r="1.7" />
    </>
  ),
};

/** A device as it is drawn: small beside its serial number, large in its properties. */
export function DevicePicture({
  kind,
  size,
}: {
  readonly kind: DeviceKind;
  readonly size: 'small' | 'large';
}): ReactNode {
  const { text } = useText();
  return (
    <svg
      className={`device-picture device-picture-${size}`}
      viewBox="0 0 48 48"
      role="img"
      aria-label={text(`devices.picture.${kind}`)}
    >
      {drawings[kind]}
    </svg>
  );
}
