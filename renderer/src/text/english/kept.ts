/** Folders that a program copies: which way one is, who puts acts in order, and where each act stands. */
export const keptTexts = {
  'kept.ask.title': 'How do the others get at this folder?',
  'kept.ask.label': 'They get at {folder}',
  'kept.exclusive': 'Over the network: a server or NAS drive',
  'kept.exclusive.hint': 'The server decides who comes first, and what somebody does counts at once.',
  'kept.kept': 'A program copies it (Dropbox, OneDrive, Nextcloud, Syncthing …), or it is a stick',
  'kept.kept.hint':
    'One computer puts acts in order, at first this one. What others do waits until it has seen it. Right in every case.',
  'kept.because.program': '{name} copies this folder to other computers.',
  'kept.because.server': 'This folder is on a server ({name}).',
  'kept.because.mount':
    'This folder only looks like a disk ({name}): two computers can create the same file in it, so it cannot decide who comes first.',
  'kept.because.nothing': 'Nothing tells which it is. If in doubt, take the second.',
  'kept.share': 'Share',
  'kept.office': 'Who puts acts in order',
  'kept.here': 'This computer puts acts in order.',
  'kept.keeper': '{name} puts acts in order, last there {when}.',
  'kept.nobody': 'Nobody puts acts in order yet. The files that say so are not here.',
  'kept.election': '{name} stands for it and has {votes, plural, one {# vote} other {# votes}}.',
  'kept.unnamed': 'another computer',
  'kept.waitingFor': 'Waiting for {name}',
  'kept.waitingHere': 'Being put in order',
  'kept.count': '{count, plural, one {# waits} other {# wait}} for {name}',
  'kept.waitingText':
    'What you did is safe on this computer and lies in {place}. It gets its place when {name} has seen it.',
  'kept.inOrder': 'In order',
  'kept.settled': 'Settled',
  'kept.settledTo': '{settled} of {count} acts have settled: most computers have them.',
  'kept.handOver': 'Hand over to…',
  'kept.handOver.nobody': 'No other computer has taken part yet.',
  'kept.handOver.choice': '{name}, last there {when}',
  'kept.stand': 'Stand for it',
  'kept.force': 'Take it over…',
  'kept.force.title': 'Take over without asking the others?',
  'kept.force.text':
    'For when the computer that puts acts in order will not come back and the others cannot be asked. What is settled stays. Acts that only the old one had put in order get their place anew, and some may then not hold; their authors are told. Where more than half of the computers can be reached, stand for it instead.',
  'kept.force.act': 'Take over',
  'kept.gaveWay':
    'Acts had to give way to those of others here: a program seems to copy this folder. In such a folder one computer had better put acts in order.',
  'kept.conflictCopy':
    'A second version of a file lies in this folder: {name}. Programs that copy make such ones. It counts for nothing and harms nothing, but in a folder that is copied one computer had better put acts in order.',
  'kept.turn.kept': 'Make it a copied folder…',
  'kept.turn.exclusive': 'Make it a folder of a server…',
  'kept.turn.kept.title': 'Make this a folder that is copied?',
  'kept.turn.kept.text':
    'For folders that Dropbox, OneDrive, Nextcloud or Syncthing copy, and for sticks. This computer puts acts in order from now on. What others do waits until this computer has seen it; somebody else can take that over at any time.',
  'kept.turn.exclusive.title': 'Make this a folder of a server?',
  'kept.turn.exclusive.text':
    'Only for a folder that everybody reaches over the network on one server or NAS drive. The server decides who comes first, and nobody has to put acts in order any more. For a folder that a program copies, this is wrong.',
  'kept.turn.others':
    'Everything that is in order stays, and nothing is lost. The other computers follow by themselves. What they have not sent yet is put in its place afterwards.',
  'kept.turn.act': 'Change it',
  'kept.turned.kept': 'The folder is a copied one now; this computer puts acts in order.',
  'kept.turned.exclusive': 'The folder is one of a server now.',
  'kept.notTurned': 'The folder stays as it is',
  'kept.notTurned.help': 'Somebody was adding to it, or it could not be reached. Try again in a moment.',
  'kept.failed': 'That did not work: {detail}',
} as const;
