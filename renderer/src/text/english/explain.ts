/** Texts about why an amount is what it is: the way through the pools, and what would help. */
export const explainTexts = {
  'explain.why': 'Why?',
  'explain.whyOf': 'Why? {what}',
  'explain.title': 'Why',
  'explain.titleOf': 'Why: {what}',
  'explain.path': '{what}, from the account down',
  'explain.use': '{assigned, number} held, {allocatedOut, number} handed out',
  'explain.resourceUse': '{assigned, number} reserved, {allocatedOut, number} handed out',
  'explain.fits': 'There is enough.',
  'explain.help': 'The least that would help',
  'explain.missingUnits': '{pool} lacks {units, number} × {type}.',
  'explain.missingResource': '{pool} lacks {amount, number} of {resource}.',
  'explain.inUse': '{units, number} × {type} too many in {pool} are held or handed out.',
  'explain.buy': 'Buy {units, number} × {type} for {pool}.',
  'explain.allocate': 'Allocate {units, number} × {type} from {from} to {to}.',
  'explain.giveBack': 'Release or take back {units, number} × {type} in {pool}.',
  'explain.wait': 'Or wait: from {day} on it passes as it is.',
} as const;
