/** Locking an account on this computer after a while. */
export const lockTexts = {
  'command.lock': 'Lock now',
  'command.lockAfter': 'Lock after a while…',
  'lock.title': 'Locked',
  'lock.lead': 'Nobody did anything here for a while. What you were typing is still there.',
  'lock.leadStart': 'This account is locked on this computer.',
  'lock.passphrase': 'Passphrase of this computer',
  'lock.unlock': 'Unlock',
  'lock.forgotten': 'I have forgotten it',
  'lock.forgottenText':
    'Nobody can look it up. Put what this computer has of the account aside, then join the account anew and be let in again. What was not sent yet stays in the folder “put-aside” of the profile, and only there.',
  'lock.another': 'Another account…',
  'lock.putAside': 'Put it aside',
  'lock.after.title': 'Lock after a while',
  'lock.after.lead':
    'When nobody touches the keyboard or the mouse, the account locks: nothing of it is shown and nothing is exchanged until the passphrase is typed. Nothing that was typed is lost. It also locks with the screen of the system, and asks at each start.',
  'lock.after.label': 'Lock after',
  'lock.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
  'lock.never': 'Never',
  'lock.after.passphrase': 'New passphrase for this computer',
  'lock.after.hint': 'At least {count} characters. Several words are easy to remember and hard to guess.',
  'lock.after.present': 'To be sure that it is you.',
  'lock.after.again': 'The same once more',
  'lock.after.differs': 'This is another one.',
  'lock.after.covers':
    'It locks the keys of this computer and the window. What lies on the disk is as safe as the disk: encrypt that too.',
  'lock.after.do': 'Apply',
  'lock.on': 'Locks after {minutes, plural, one {# minute} other {# minutes}}.',
  'lock.off': 'Does not lock any more.',
} as const;
