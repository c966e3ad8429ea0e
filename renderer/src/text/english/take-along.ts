/** Words about licenses and numbers that a computer takes along. */
export const takeAlongTexts = {
  'command.takeAlong': 'Take along…',
  'takeAlong.button': 'Take along…',
  'takeAlong.title': 'Take licenses and numbers along',
  'takeAlong.do': 'Take along',
  'takeAlong.intro':
    'They are kept for this computer while it is away: nobody else can hand them out, and what you do with them on the way holds. This computer synchronises at once, so that the others know.',
  'takeAlong.introAlone':
    'They are kept for this computer: nobody else can hand them out. The account is on this computer only so far.',
  'takeAlong.nothing': '{pool} has no license that could be taken along.',
  'takeAlong.left': '{available, number} left',
  'takeAlong.kind': 'Kind of numbers',
  'takeAlong.numbers': 'How many numbers',
  'takeAlong.until': 'Until',
  'takeAlong.card': 'Taken along',
  'takeAlong.by': 'Who',
  'takeAlong.what': 'What',
  'takeAlong.here': 'on this computer',
  'takeAlong.units': '{quantity, number} × {type}',
  'takeAlong.numbersLeft': '{count, plural, one {# number} other {# numbers}}',
  'takeAlong.back': 'Give back…',
  'takeAlong.backTitle': 'Give back what was taken along',
  'takeAlong.backDo': 'Give back',
  'takeAlong.reclaim': 'Reclaim…',
  'takeAlong.reclaimTitle': 'Reclaim what {user} took along',
  'takeAlong.reclaimDo': 'Reclaim',
  'takeAlong.reclaimText': 'What {user} does with them meanwhile may not hold.',
  'takeAlong.free':
    '{numbers, plural, =0 {{quantity, number} × {type} can be given to anybody again.} one {{quantity, number} × {type} and one number can be given to anybody again.} other {{quantity, number} × {type} and # numbers can be given to anybody again.}}',
  'name.otherComputer': 'Another computer',
} as const;
