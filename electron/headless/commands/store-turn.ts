import type { FolderWay } from '#core/ledger/folder-guess';
import { neverAborted } from '../../main/stores/abort';
import { turnFolder } from '../../main/stores/turn-folder';
import { openStore, presentAddress } from '../places';
import { readLedger } from '../read-ledger';
import { takingPart } from '../taking-part';
import { takeOption, takeWords, UsageError } from './command';
import { failureLine } from './store-commands';

/** Makes a folder one of the other way of putting acts in order, as the computer of a profile. */
export async function turnStore(words: string[], print: (line: string) => void): Promise<number> {
  const profile = takeOption(words, '--profile');
  const [given, way] = takeWords(words, 'STORE', 'kept|exclusive');
  if (!isFolderWay(way)) throw new UsageError(`${way} is neither kept nor exclusive`);
  const address = await presentAddress(given);
  const reading = await readLedger(address);
  if (!reading.ok) return refuse(failureLine(reading.failure), print);
  const { replica, register } = reading.value;
  if (register.isProtected && way === 'kept')
    return refuse('forbidden: nothing that a kept folder carries is encrypted, and this account is protected', print);
  const { ledger } = replica;
  const here = await takingPart(ledger, profile);
  const turned = await turnFolder({ open: openStore, url: address, way, ledger, here }, neverAborted);
  if (!turned.ok) return refuse(failureLine(turned.failure), print);
  print(`${way} now: ${String(turned.value?.seq ?? 0)} commits`);
  return 0;
}

function isFolderWay(text: string): text is FolderWay {
  return text === 'kept' || text === 'exclusive';
}

function refuse(line: string, print: (line: string) => void): number {
  print(line);
  return 1;
}
