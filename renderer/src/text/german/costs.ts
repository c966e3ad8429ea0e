import type { costsTexts as english } from '../english/costs';
import type { Translation } from '../translation';

/** Prices, costs and renewing. */
export const costsTexts: Translation<typeof english> = {
  'price.month': 'je {amount} im Monat',
  'price.year': 'je {amount} im Jahr',
  'price.once': 'je {amount} einmalig',

  'cost.unpriced':
    '{count, plural, one {{types} hat keinen Preis und ist} other {{types} haben keinen Preis und sind}} nicht mitgezählt.',

  'renew.title': '{count, plural, one {{name} verlängern} other {# Blöcke verlängern}}',
  'renew.do': 'Verlängern',
  'renew.button': 'Verlängern…',
  'renew.these': 'Alle verlängern…',
  'renew.one': '{name} von {group} verlängern…',
  'renew.done': 'Verlängert',
  'renew.length': 'Bis wann',
  'renew.year': '{count, plural, one {Ein Jahr länger} other {Jeden um ein Jahr}}',
  'renew.day': '{count, plural, one {Bis zu einem Tag} other {Alle bis zum selben Tag}}',
  'renew.open': 'Ohne Ende',
  'renew.lastDay': 'Letzter Tag',
  'renew.along': 'Auch verlängern, was an Pools darunter zugeteilt ist und am selben Tag endet',
  'renew.what': 'Was folgt',
  'renew.cost': 'Kosten',
  'renew.unpriced': 'kein Preis',
  'renew.more': '{count, plural, one {Eine weitere Zeile.} other {# weitere Zeilen.}}',
  'renew.total': 'Zusammen {amount}',
  'renew.totalBelow': 'Was weiter zugeteilt ist, gehört zum Gekauften.',
  'renew.firstYear': 'Was kein Ende hat, ist für sein erstes Jahr gerechnet.',
  'renew.noPrices': 'Es sind keine Preise hinterlegt, deshalb steht hier nichts zu den Kosten.',
  'renew.leftOut': '{count, plural, one {Ein Block bleibt, wie er ist} other {# Blöcke bleiben, wie sie sind}}',
  'renew.why.renewed': '{name} ist schon verlängert.',
  'renew.why.noEnd': '{name} hat kein Ende.',
  'renew.why.device': '{name} kam mit einem Gerät und hat keine eigene Laufzeit.',
  'renew.why.grant': '{name} kommt von einem anderen Konto, das es verlängert.',
};
