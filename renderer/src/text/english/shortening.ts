/** Making the history shorter where an account is shared. */
export const shorteningTexts = {
  'shorten.title': 'Shorten the history',
  'shorten.lead':
    'Removes old acts from where the account is shared, with what they say of people who were removed. The account itself stays as it is.',
  'shorten.before': 'What was done before',
  'shorten.looking': 'Looking what would go',
  'shorten.goes': 'Goes',
  'shorten.acts': '{count, plural, one {# act} other {# acts}}, the last of {day}',
  'shorten.size': 'Size there',
  'shorten.sizes': '{now} now, about {then} afterwards',
  'shorten.kilobytes': '{size} KB',
  'shorten.megabytes': '{size} MB',
  'shorten.people': 'Names that go with it',
  'shorten.nobody': 'None: nobody was removed by then',
  'shorten.more': '{count} more',
  'shorten.computer': '{person} ({name})',
  'shorten.lastThere': '{who}, last there {at}',
  'shorten.behind': '{count, plural, one {A computer begins} other {# computers begin}} again',
  'shorten.behindHelp':
    'Not all of it has been seen there yet. {count, plural, one {It begins} other {Each begins}} again by itself from what the account was then, with what waits there.',
  'shorten.unseen': 'Newer acts stay until these have seen them, or for 180 days:',
  'shorten.forGood': 'This cannot be undone',
  'shorten.forGoodHelp':
    'Nobody takes these acts back any more, and nobody who joins later can check them. Computers that have seen them keep them, and so do backups and copies elsewhere.',
  'shorten.act': 'Remove acts',
  'shorten.actCount': 'Remove {count, plural, one {# act} other {# acts}}',
  'shorten.nothing': 'Nothing can go',
  'shorten.nothing.newer':
    '{hasFirst, select, true {The first act there is of {first}. Choose a later day.} other {Nothing has been done there yet.}}',
  'shorten.nothing.takenBack': 'What was done before that day was taken back later. It stays as long as that does.',
  'shorten.nothing.unseen': 'It stays until these have seen it, or for 180 days:',
  'shorten.carried':
    'In a folder that a program copies, every computer keeps its own files and nobody changes those of another. So the history stays whole there.',
  'shorten.unchecked':
    'This computer has joined and is still reading what was done before. The state at the bottom left says how far it is; then it can be done from here.',
  'shorten.local': 'The account is on this computer only, and its history stays here.',
  'shorten.notYou': 'You may not shorten the history',
  'shorten.whoMay': 'Owners and company administrators may: {names}.',
  'shorten.begun': 'This was begun and broken off',
  'shorten.begunHelp':
    'The history begins behind entry {seq}, but what was done before still lies where the account is shared.',
  'shorten.finish': 'Remove it now',
  'shorten.waits': 'This waits to be sent',
  'shorten.waitsHelp': 'It is decided where the history begins. Old acts go once that has been sent.',
  'shorten.working': 'Putting down the account as it was then',
  'shorten.cancelHelp': 'Cancelled, nothing will have changed.',
  'shorten.removing': 'Removing old acts',
  'shorten.removingHelp': 'This is brought to its end. If it is broken off, open this again.',
  'shorten.done': 'The history is shorter',
  'shorten.done.acts':
    '{count, plural, one {One act} other {# acts}} up to {day} {count, plural, one {is} other {are}} no longer in {place}.',
  'shorten.done.begun': 'What was done up to entry {seq} is no longer in {place}.',
  'shorten.done.here': 'This computer keeps what it had of it.',
  'shorten.notDone': 'That did not work',
  'shorten.problem.outOfReach': 'The place cannot be reached just now. Try again when it can.',
  'shorten.problem.moved': 'Others did something meanwhile. Look again at what would go.',
  'shorten.problem.forbidden':
    'The place does not let you remove anything. Whoever looks after it can do it, or give you the right to.',
  'shorten.problem.full': 'There is no room left.',
  'shorten.problem.defect': 'The place could not be read, or something went wrong. Synchronising says more.',
} as const;
