/** The devices tab. */
export const devicesTexts = {
  'devices.title': 'Devices',
} as const;
