import { sha256Hex, textToBytes } from '../kernel/hash';

/**
 * Id under which an apartment is written into panels: a UUID that follows from the group's own id, so every computer of the
 * account writes the same and nothing has to be kept.
 */
export function linkIdOf(groupId: string): string {
  const hex = sha256Hex(textToBytes(`trellis apartment ${groupId}`));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
