import type { reviewTexts as english } from '../english/review';
import type { Translation } from '../translation';

/** Looking through what a computer did that was shut out. */
export const reviewTexts: Translation<typeof english> = {
  'trust.review': 'Durchsehen…',
  'trust.review.title': 'Was {computer} getan hat',
  'trust.review.want': 'Durchsehen, was er getan hat',
  'trust.review.since': 'Seit',
  'trust.review.sinceHint': 'Leer beginnt es dort, wo es beim Aussperren genannt wurde.',
  'trust.review.count':
    '{count, plural, =0 {Seitdem hat er nichts getan.} one {Seitdem hat er # Schritt getan.} other {Seitdem hat er # Schritte getan.}}',
  'trust.review.lead':
    'Vielleicht saß jemand anderes an diesem Rechner. Nehmen Sie zurück, was nicht gewollt war: jeden Schritt für sich, nach den Regeln von heute.',
  'trust.review.acts': 'Schritte dieses Rechners',
  'trust.review.none': 'Seitdem hat er nichts getan.',
  'trust.review.left':
    '{count, plural, =0 {Nichts ist mehr zurückzunehmen.} one {# Schritt ließe sich zurücknehmen.} other {# Schritte ließen sich zurücknehmen.}}',
  'trust.review.all': 'Alle zurücknehmen',
  'trust.review.takeBack': 'Zurücknehmen',
  'trust.review.takeBackOf': 'Zurücknehmen: {act}',
  'trust.review.done': 'Zurückgenommen',
  'trust.review.keys': 'Unter „Rechner“',
};
