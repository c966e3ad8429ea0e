import type { forecastTexts as english } from '../english/forecast';
import type { Translation } from '../translation';

/** The forecast as a timeline. */
export const forecastTexts: Translation<typeof english> = {
  'command.forecast': 'Vorschau zeigen',

  'forecast.title': 'Vorschau',
  'forecast.open': 'Alles Kommende',
  'forecast.intro': 'Vom {from} bis {to}: was allein die Zeit ändert, wenn niemand etwas tut.',
  'forecast.span': 'Wie weit voraus',
  'forecast.span.quarter': '3 Monate voraus',
  'forecast.span.half': '6 Monate voraus',
  'forecast.span.year': '1 Jahr voraus',
  'forecast.span.twoYears': '2 Jahre voraus',
  'forecast.units': 'Lizenzen im Pool von {pool}',
  'forecast.nominal': 'Vorhanden',
  'forecast.claimed': 'In Gebrauch oder weitergegeben',
  'forecast.chartLabel': '{type} im Lauf der Zeit. {summary}',
  'forecast.chartPoint': 'Ab {day}: {nominal, number}, davon {claimed, number} in Gebrauch oder weitergegeben.',
  'forecast.days': 'Tag für Tag',
  'forecast.lookAt': '{day} ansehen',
  'forecast.none': 'Nichts ändert sich',
  'forecast.noneText': 'In {group} beginnt oder endet bis {to} keine Lizenz, und niemand kommt oder geht.',
  'forecast.more': '{count, plural, one {# weiterer Tag folgt.} other {# weitere Tage folgen.}}',
  'forecast.contractRenews': 'Der Vertrag verlängert sich',
  'forecast.day': 'Tag',
  'forecast.what': 'Was geschieht',
  'forecast.where': 'Wo',
  'forecast.in': '{source}, {group}',
  'forecast.others': '{count, plural, one {# weitere} other {# weitere}}',
  'forecast.people.seatBlocked': '{count, plural, one {# Person ist} other {# Personen sind}} ohne {type} gesperrt',
  'forecast.people.joins': '{count, plural, one {# Person kommt} other {# Personen kommen}} dazu',
  'forecast.people.leaves':
    '{count, plural, one {# Person ist} other {# Personen sind}} nicht mehr da, was sie hatten, ist frei',
  'forecast.people.seatFallsBack':
    '{count, plural, one {# Person fällt} other {# Personen fallen}} von {type} auf {toType} zurück',
  'forecast.people.seatRestored': '{count, plural, one {# Person hat} other {# Personen haben}} wieder {type}',
  'forecast.unitsShort':
    '{short, plural, =0 {{pool} hat wieder genug {type}} other {{pool} fehlen {short, number} × {type}}}',
};
