import type { featureRulesTexts as english } from '../english/feature-rules';
import type { Translation } from '../translation';

/** Features that a group takes away or gives. */
export const featureRulesTexts: Translation<typeof english> = {
  'features.title': 'Funktionen',
  'features.summary':
    '{count, plural, =0 {Nichts wird entzogen oder gegeben} one {# Funktion wird entzogen oder gegeben} other {# Funktionen werden entzogen oder gegeben}}',
  'features.hint':
    'Die nächste Gruppe, die entzieht oder gibt, entscheidet. Geben zählt nur für das, was eine Lizenz des Kontos oder des Pools enthält.',
  'features.rule': 'Regel für {feature}',
  'features.inherit': 'Erben',
  'features.deny': 'Hier entziehen',
  'features.allow': 'Hier geben',
  'features.here': 'hier',
  'features.in': 'in {group}',
  'features.denied': 'Aus: {where} entzogen',
  'features.allowed': 'Ein: {where} gegeben',
  'features.withoutEffect': '{where} gegeben, ohne Wirkung: Keine Lizenz enthält es',
  'features.given': 'Ein: kommt mit der Lizenz',
  'features.notGiven': 'Aus: nicht Teil der Lizenz',
  'features.byPerson': 'Je nach Lizenz der Person',
  'features.limited': 'Aus: Das Konto ist eingeschränkt',
  'features.draft.inherit': 'Wird wieder geerbt',
  'features.draft.deny': 'Wird hier entzogen',
  'features.draft.allow': 'Wird hier gegeben',
};
