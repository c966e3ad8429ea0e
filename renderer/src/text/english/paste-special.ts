/** Pasting a part of the tree as a template. */
export const pasteSpecialTexts = {
  'pasteSpecial.title': '{count, plural, one {Paste {name} as a template} other {Paste # groups as a template}}',
  'pasteSpecial.times': 'How many in each place',
  'pasteSpecial.patternHint': "'{n}' is the number of the copy, '{name}' the name of the template",
  'pasteSpecial.continuous': 'Count on from place to place',
  'pasteSpecial.limits': 'With limits: own pools and what was allocated to them',
  'pasteSpecial.limitsHint': 'The allocations are drawn anew from the pools of the places.',
  'pasteSpecial.without': 'People, licenses, numbers and devices are never copied.',
  'pasteSpecial.places': '{count, plural, =0 {Where to} one {Where to: one place} other {Where to: # places}}',
  'pasteSpecial.addPlace': 'Add a place…',
  'pasteSpecial.findPlace': 'Search for a place',
  'pasteSpecial.removePlace': 'Leave out {group}',
  'pasteSpecial.noPlace': 'Choose where to paste it.',
  'pasteSpecial.in': 'In {group}',
  'pasteSpecial.moreNames': '{count, plural, one {# more} other {# more}}',
  'pasteSpecial.morePlaces': 'and the same in {count, plural, one {# more place} other {# more places}}',
  'pasteSpecial.total':
    '{groups, plural, one {# group} other {# groups}} in {places, plural, one {# place} other {# places}}',
  'pasteSpecial.tooMany': '{count, number} groups are more than can be made at once. The most is {most, number}.',
  'pasteSpecial.repeated':
    '{count, plural, one {The name {name} would stand twice in one place.} other {# names would stand twice in one place, such as {name}.}}',
  'pasteSpecial.drawn':
    '{quantity, number} × {type} {quantity, plural, one {is} other {are}} drawn from the pool of {pool}.',
  'pasteSpecial.do': 'Paste {count, plural, =0 {} one {once} other {# times}}',
  'clipboard.template':
    '{count, plural, one {{name} is the template now} other {# groups are the template now}}. Select where it should go, one place or many, and press Ctrl+Shift+V.',
} as const;
