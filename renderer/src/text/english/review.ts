/** Looking through what a computer did that was shut out. */
export const reviewTexts = {
  'trust.review': 'Look through…',
  'trust.review.title': 'What {computer} did',
  'trust.review.want': 'Look through what it did',
  'trust.review.since': 'Since',
  'trust.review.sinceHint': 'Left empty, it begins where it was named when the computer was shut out.',
  'trust.review.count':
    '{count, plural, =0 {It did nothing since then.} one {It did # act since then.} other {It did # acts since then.}}',
  'trust.review.lead':
    'Somebody else may have used this computer. Take back what was not meant: each by an undo of its own, by the rules of today.',
  'trust.review.acts': 'Acts of this computer',
  'trust.review.none': 'It did nothing since then.',
  'trust.review.left':
    '{count, plural, =0 {Nothing is left to take back.} one {# act could be taken back.} other {# acts could be taken back.}}',
  'trust.review.all': 'Take back all of them',
  'trust.review.takeBack': 'Take back',
  'trust.review.takeBackOf': 'Take back: {act}',
  'trust.review.done': 'Taken back',
  'trust.review.keys': 'Under “Computers”',
} as const;
