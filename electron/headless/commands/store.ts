import { checkpointStore } from './checkpoint';
import { UsageError, type Command } from './command';
import { admitToStore, checkStore, initialiseStore } from './store-commands';
import { compactStore } from './store-compact';
import { healStore } from './store-heal';
import { whoIsHere } from './store-here';
import { storeKeeper } from './store-keeper';
import { turnStore } from './store-turn';

type Action = (words: string[], print: (line: string) => void) => Promise<number>;

/** Commands for a place itself, by its name after `store`. */
const actions: { readonly [name: string]: Action } = {
  init: initialiseStore,
  check: checkStore,
  heal: healStore,
  admit: admitToStore,
  keeper: storeKeeper,
  here: whoIsHere,
  checkpoint: checkpointStore,
  turn: turnStore,
  compact: compactStore,
};

export const store: Command = {
  name: 'store',
  usage: [
    'store init STORE [--name NAME]            makes what a place needs; with a name, a new account in it',
    '           [--protect]                    (protected: its first key goes to the file TRELLIS_KEYS)',
    'store check STORE                         says whose ledger a place holds and who may add to it',
    'store heal STORE [--from STORE|JOURNAL]   puts back what a place has damaged or lost, from who has its bytes',
    '  [--profile DIR]                         a kept place: everything that this profile has seen in it',
    'store admit STORE LOGIN [--may RIGHT]     lets a login of a database in: read, append or admit',
    'store keeper STORE                        says who puts acts in order in a kept place',
    '  [--hand-over COMPUTER | --stand | --force] [--profile DIR]',
    'store here STORE                         says which computers are there, who sits at them, and when that was',
    'store turn STORE kept|exclusive           makes a folder one that is only copied, or one of a server,',
    '  [--profile DIR]                         with everything that is in order',
    'store compact STORE [--before DAY]        says which old acts can go from a place, and with --apply lets',
    '  [--as USER] [--apply]                   it begin with a checkpoint of the account instead',
    'store checkpoint STORE [--computer NAME]  puts down what the ledger comes to, for newcomers',
  ],
  run: async ([name, ...words], print) => {
    const action = name === undefined ? undefined : actions[name];
    if (action === undefined) throw new UsageError(`store takes ${Object.keys(actions).join(', ')}`);
    return action(words, print);
  },
};
