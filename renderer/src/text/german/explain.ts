import type { explainTexts as english } from '../english/explain';
import type { Translation } from '../translation';

/** Texts about why an amount is what it is: the way through the pools, and what would help. */
export const explainTexts: Translation<typeof english> = {
  'explain.why': 'Warum?',
  'explain.whyOf': 'Warum? {what}',
  'explain.title': 'Warum',
  'explain.titleOf': 'Warum: {what}',
  'explain.path': '{what}, vom Konto abwärts',
  'explain.use': '{assigned, number} in Gebrauch, {allocatedOut, number} weitergegeben',
  'explain.resourceUse': '{assigned, number} in Gebrauch, {allocatedOut, number} weitergegeben',
  'explain.fits': 'Es ist genug da.',
  'explain.help': 'Das Mindeste, das helfen würde',
  'explain.missingUnits': '{pool} fehlen {units, number} × {type}.',
  'explain.missingResource': '{pool} fehlen {amount, number}: {resource}.',
  'explain.inUse': 'In {pool} sind {units, number} × {type} zu viel in Gebrauch oder weitergegeben.',
  'explain.buy': 'Kaufen Sie {units, number} × {type} für {pool}.',
  'explain.allocate': 'Teilen Sie {units, number} × {type} von {from} an {to} zu.',
  'explain.giveBack': 'Nehmen Sie {units, number} × {type} in {pool} zurück.',
  'explain.wait': 'Oder warten Sie: Ab {day} geht es so, wie es ist.',
  'remedy.unprotect': 'Schutz von {group} aufheben',
  'remedy.unlock': '{group} entsperren',
  'remedy.ownPool': '{group} einen eigenen Pool geben',
  'remedy.detach': '{number} lösen',
  'remedy.restore': '{user} wiederherstellen',
  'remedy.buy': '{units, number} × {type} kaufen',
  'remedy.give': '{units, number} × {type} an {pool} geben',
  'remedy.thenGive': '{units, number} × {type} an {pool} geben',
};
