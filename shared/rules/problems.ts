/**
 * Problems that an argument can have by itself, or where the state makes it so (G1): the `problem` of an `INVALID`.
 * A closed set, so that every reader has words for each. Problems of size come with `least` or `most`.
 */
export const problems = [
  // Of any value.
  'missing',
  'unknown',
  'wrongKind',
  'wrongForm',
  'notAChoice',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'notWhole',
  'notAnId',
  'notADay',
  'notAnEmail',
  'notASipNumber',
  'notAPhoneNumber',
  'notASerial',
  'notSet',
  'notACurrency',
  'notACountry',
  'nameMissing',
  'notClean',
  'twoNumbers',
  'extension',
  'tooDeep',
  // Of an act as a whole.
  'noSuchIntent',
  'noSuchQuery',
  'notInABatch',
  'alreadyOpen',
  'olderRules',
  'tooManyRows',
  // Of keys.
  'notAKey',
  'notDigits',
  'keyInUse',
  'keyRevoked',
  'notProtected',
  'alreadyProtected',
  'notThisLedger',
  'invitationUsed',
  'invitationEnded',
  'notUndoable',
  'takenBackSince',
  // Of licenses.
  'notAdjustable',
  'neverAllocated',
  'featureCountsOne',
  'onlyFeatureHasResources',
  'featureNamesResources',
  'onlyOwnPoolsAllocate',
  'wrongSource',
  'trialNeedsEnd',
  'notAnAllocation',
  'hasNoEnd',
  'isAGrant',
  'notGiven',
  'notReceived',
  'notAnotherLedger',
  'notForThisLedger',
  'notTheOtherLedger',
  'fileNotSigned',
  'passedOn',
  'choicesForChoices',
  'isAnAllocation',
  'staysInGroup',
  'keepsType',
  'notAPurchase',
  'newHasNoBlock',
  'notRequestable',
  'blockMissing',
  'notTheType',
  'notLess',
  'notChangeable',
  'notAnOwnType',
  'typeInUse',
  'typeRetired',
  'ownTypeStays',
  'seatsGiveNothing',
  'fallbackOtherMode',
  'fallbackNotBelow',
  // Of people, seats and numbers.
  'notHeldByPeople',
  'alreadyTheHolder',
  'seatHeld',
  'seatOfOtherType',
  'seatInOtherPool',
  'notItsNumber',
  'sameType',
  'notArchived',
  'differentDigits',
  'endBeforeStart',
  'renewalBeforeStart',
  'onlySipForGroups',
  'noMobileForMenus',
  // Of generated groups.
  'tooManyGroups',
  'onlyOnFloors',
  'tooManyOnFloor',
] as const;

export type Problem = (typeof problems)[number];

/** The bounds that a problem of size is about, and how much stands in the way. */
export interface Bounds {
  readonly least?: number;
  readonly most?: number;
  readonly uses?: number;
}

/** Tells whether a text is one of the problems. */
export function isProblem(text: string): text is Problem {
  return (problems as readonly string[]).includes(text);
}
