/** Going on in a new account where every key of the old one is lost. */
export const goOnTexts = {
  'goOn.way': 'Every key is lost, and nobody can let anybody in',
  'goOn.wayText': 'This computer still holds the account. A new account can go on from it.',
  'goOn.open': 'Go on in a new account…',
  'goOn.title': 'Go on in a new account',
  'goOn.lead':
    'Do this only when no computer of an owner is left and the 24 words are lost too. As long as one of them is there, let this computer in with it.',
  'goOn.carries': 'What carries over',
  'goOn.carries.all':
    'Groups, licenses, people with their roles, numbers, devices, requests and prices, as this computer has them.',
  'goOn.carries.history': 'The history: who did what, and when.',
  'goOn.carries.unsent': 'What was done here and not sent yet.',
  'goOn.stays': 'What does not',
  'goOn.stays.computers': 'Computers and invitations. Everybody is let in anew.',
  'goOn.stays.proof': 'The proof of who did it: up to here the history is as this computer tells it.',
  'goOn.stays.others': 'What others did that this computer has not seen.',
  'goOn.stays.place':
    'The shared place, and the account there. Both stay as they are; share the new account through another place.',
  'goOn.next': 'Next you say who you are, then protect the new account and print its words.',
  'goOn.sure': 'No key and no words are left',
  'goOn.do': 'Begin the new account',
  'account.continues': 'Goes on from another account',
  'account.continuesText': 'From its act {seq}: {ledger}',
} as const;
