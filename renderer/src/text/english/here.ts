/** Words on who else works on the account, and where. */
export const hereTexts = {
  'here.title': 'Who else is here',
  'here.count': '{count, plural, =0 {Nobody else here} one {# other here} other {# others here}}',
  'here.nobodyYet': 'Nobody has said who they are',
  'here.now': 'now',
  'here.last': 'last here {at}',
  'here.hint': 'Each computer says this of itself, every few minutes. It is no part of the history.',
  'clock.behind': 'By the clock of this computer it is {today}, but {name} did something on {day}.',
  'clock.ahead': 'By the clock of this computer it is {today}. The last thing that others did is of {day}.',
  'clock.differs': 'By the clock of this computer it is {today}. By that of {name} it is {day}.',
  'clock.ask': 'Is it right? What you do counts as of that day.',
  'clock.right': 'It is right',
  'here.working': '{names} {count, plural, one {is} other {are}} working here',
  'here.worked': '{name} was working here, last here {at}',
};
