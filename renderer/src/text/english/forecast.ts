/** The forecast as a timeline. */
export const forecastTexts = {
  'command.forecast': 'Show what is coming',

  'forecast.title': 'Coming up',
  'forecast.open': 'All that is coming',
  'forecast.intro': 'From {from} to {to}: what time alone changes, if nobody does anything.',
  'forecast.span': 'How far ahead',
  'forecast.span.quarter': '3 months ahead',
  'forecast.span.half': '6 months ahead',
  'forecast.span.year': '1 year ahead',
  'forecast.span.twoYears': '2 years ahead',
  'forecast.units': 'Licenses in the pool of {pool}',
  'forecast.nominal': 'There are',
  'forecast.claimed': 'In use or given on',
  'forecast.chartLabel': '{type} over time. {summary}',
  'forecast.chartPoint': 'From {day}: {nominal, number}, {claimed, number} of them in use or given on.',
  'forecast.days': 'Day by day',
  'forecast.lookAt': 'Look at {day}',
  'forecast.none': 'Nothing changes',
  'forecast.noneText': 'In {group}, no license begins or ends and nobody joins or leaves until {to}.',
  'forecast.more': '{count, plural, one {# more day follows.} other {# more days follow.}}',
  'forecast.contractRenews': 'The contract renews',
  'forecast.in': '{source}, {group}',
  'forecast.others': '{count, plural, one {# more} other {# more}}',
  'forecast.people.seatBlocked': '{count, plural, one {# person is} other {# people are}} blocked without {type}',
  'forecast.people.joins': '{count, plural, one {# person joins} other {# people join}}',
  'forecast.people.leaves': '{count, plural, one {# person has} other {# people have}} left, what they held is free',
  'forecast.people.seatFallsBack':
    '{count, plural, one {# person falls} other {# people fall}} back from {type} to {toType}',
  'forecast.people.seatRestored': '{count, plural, one {# person has} other {# people have}} {type} again',
  'forecast.unitsShort':
    '{short, plural, =0 {{pool} has enough {type} again} other {{pool} is short of {short, number} × {type}}}',
} as const;
