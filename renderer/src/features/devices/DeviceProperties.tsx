import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { PropertySection } from '../../ui/PropertyList';

/** The properties of one or many that are selected in the devices tab. */
export function DeviceProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text, number } = useText();
  return <PropertySection title={text('devices.title')}>{number(ids.length)}</PropertySection>;
}
