/** Features that a group takes away or gives. */
export const featureRulesTexts = {
  'features.title': 'Features',
  'features.summary':
    '{count, plural, =0 {Nothing is taken away or given} one {# feature is taken away or given} other {# features are taken away or given}}',
  'features.hint':
    'The nearest group that takes away or gives decides. Giving counts only for what some license of the account or of the pool includes.',
  'features.rule': 'Rule for {feature}',
  'features.inherit': 'Inherit',
  'features.deny': 'Take away here',
  'features.allow': 'Give here',
  'features.here': 'here',
  'features.in': 'in {group}',
  'features.denied': 'Off: taken away {where}',
  'features.allowed': 'On: given {where}',
  'features.withoutEffect': 'Given {where}, without effect: no license includes it',
  'features.given': 'On: comes with the license',
  'features.notGiven': 'Off: not part of the license',
  'features.byPerson': 'As each person’s license says',
  'features.limited': 'Off: the account is limited',
  'features.draft.inherit': 'Will be inherited again',
  'features.draft.deny': 'Will be taken away here',
  'features.draft.allow': 'Will be given here',
} as const;
