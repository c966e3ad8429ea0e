import type { plansTexts as english } from '../english/plans';
import type { Translation } from '../translation';

/** Plans: what-ifs that are kept under a name. */
export const plansTexts: Translation<typeof english> = {
  'command.plans': 'Pläne…',
  'plans.title': 'Pläne',
  'plans.new': 'Etwas Neues durchspielen…',
  'plans.keep': 'Als Plan behalten…',
  'plans.keepTitle': 'Als Plan behalten',
  'plans.keepDo': 'Behalten',
  'plans.name': 'Name',
  'plans.note': 'Notiz',
  'plans.none': 'Noch gibt es keinen Plan',
  'plans.noneText':
    'Stellen Sie unter „Was wäre wenn…“ Änderungen zusammen und behalten Sie sie unter einem Namen. Nichts davon geschieht, bevor Sie es sagen.',
  'plans.plan': 'Plan',
  'plans.saved':
    '{count, plural, one {# Änderung} other {# Änderungen}}, am {day} von {user} behalten. Nichts davon ist geschehen.',
  'plans.against': 'Vergleichen mit',
  'plans.asItIs': 'So wie es ist',
  'plans.what': 'Was',
  'plans.people': 'Personen',
  'plans.cost': 'Kosten eines Jahres',
  'plans.units': '{used, number} von {nominal, number} in Gebrauch oder weitergegeben',
  'plans.ends': 'Enden, die sich unterscheiden',
  'plans.end': '{type}, {group}: {day}',
  'plans.export': 'Exportieren…',
  'plans.exportName': '{left} neben {right}',
  'plans.do': 'Alles ausführen',
  'plans.remove': 'Entfernen…',
  'plans.removeTitle': 'Den Plan {name} entfernen',
  'plans.removeDo': 'Entfernen',
  'plans.removeText': 'Nur der Plan verschwindet: Nichts davon ist geschehen.',
};
