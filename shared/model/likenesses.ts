import { comparedSerial } from '../kernel/clean-text';
import { IdIndex, type Ids } from './id-index';
import { addressKey } from './number-index';
import type { DeviceRow, NumberRow } from './rows';

/**
 * Values that count as the same since version 2: serial numbers without case and dividers (D8), SIP addresses to the dot (U6).
 * Worked out when it is first asked for, because few acts ask, and kept from there on.
 */
export class Likenesses {
  private serials: IdIndex | null;
  private addresses: IdIndex | null;

  /** Of these rows, or on top of others that it does not change. */
  constructor(
    private readonly devices: () => Iterable<DeviceRow>,
    private readonly numbers: () => Iterable<NumberRow>,
    below?: Likenesses,
  ) {
    this.serials = below?.serials == null ? null : new IdIndex(below.serials);
    this.addresses = below?.addresses == null ? null : new IdIndex(below.addresses);
  }

  devicesWith(serial: string): Ids {
    if (this.serials === null) {
      this.serials = new IdIndex();
      for (const device of this.devices()) this.serials.add(comparedSerial(device.serial), device.id);
    }
    return this.serials.get(serial);
  }

  numbersWith(address: string): Ids {
    if (this.addresses === null) {
      this.addresses = new IdIndex();
      for (const number of this.numbers()) this.addNumber(number);
    }
    return this.addresses.get(address);
  }

  addDevice(device: DeviceRow): void {
    this.serials?.add(comparedSerial(device.serial), device.id);
  }

  removeDevice(device: DeviceRow): void {
    this.serials?.remove(comparedSerial(device.serial), device.id);
  }

  addNumber(number: NumberRow): void {
    const address = number.kind === 'sip' ? addressKey(number.value) : null;
    if (address !== null) this.addresses?.add(address, number.id);
  }

  removeNumber(number: NumberRow): void {
    const address = number.kind === 'sip' ? addressKey(number.value) : null;
    if (address !== null) this.addresses?.remove(address, number.id);
  }
}
