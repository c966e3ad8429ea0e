/** The frame of the window: bars, panes, commands, first start, synchronising. */
export const shellTexts = {
  'acting.outdated': 'This account can only be looked at',
  'acting.outdatedHelp': 'A newer version of Trellis works on it. Update Trellis to go on; nothing is lost.',
  'acting.notStored': 'This was not done: it could not be kept on this computer',
  'acting.notStoredHelp': 'The disk may be full. Everything done before is safe.',
} as const;
