import { comparedSerial } from '../kernel/clean-text';
import type { NumberKind } from '../model/rows';
import type { Act } from './act';

/** U6: the number that has a value already; since version 2 SIP addresses differ where a dot or a dash does. */
export function numberLike({ model, rules }: Act, kind: NumberKind, value: string): string | undefined {
  return rules === 1 ? model.numberWith(kind, value) : model.numberWithExactly(kind, value);
}

/** D8: the device that has a serial number already; since version 2 compared without case and dividers. */
export function deviceLike({ model, rules }: Act, serial: string): string | undefined {
  return rules === 1 ? model.deviceWith(serial) : [...model.devicesWithSerial(comparedSerial(serial))].sort()[0];
}
