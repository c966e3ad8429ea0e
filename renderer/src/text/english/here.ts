/** Words on who else works on the account, and where. */
export const hereTexts = {
  'here.title': 'Who else is here',
  'here.count': '{count, plural, =0 {Nobody else here} one {# other here} other {# others here}}',
  'here.nobodyYet': 'Nobody has said who they are',
  'here.now': 'now',
  'here.last': 'last here {at}',
  'here.hint': 'Each computer says this of itself, every few minutes. It is no part of the history.',
  'here.working': '{names} {count, plural, one {is} other {are}} working here',
  'here.worked': '{name} was working here, last here {at}',
};
