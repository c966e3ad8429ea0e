import type { checklistTexts as english } from '../english/checklist';
import type { Translation } from '../translation';

/** The checklist for somebody who joins, moves or leaves. */
export const checklistTexts: Translation<typeof english> = {
  'command.checklist': 'Zugang, Wechsel oder Abgang…',
  'checklist.title': 'Jemand kommt, wechselt oder geht',
  'checklist.what': 'Was geschieht',
  'checklist.joins': 'Jemand kommt',
  'checklist.moves': 'Jemand wechselt',
  'checklist.leaves': 'Jemand geht',
  'checklist.do.joins': 'Aufnehmen',
  'checklist.do.moves': 'Umziehen',
  'checklist.do.leaves': 'Abgang eintragen',
  'checklist.joinsHint': 'Die Person kommt zu {group}. Die Nummer kommt mit der Lizenz.',
  'checklist.answers': 'Nimmt in diesen Sprachmenüs ab',
  'checklist.leavesMenus': 'Verlässt diese Sprachmenüs',
  'checklist.who': 'Wer',
  'checklist.person': '{user}, {group}',
  'checklist.holds':
    '{heir, select, none {{type} mit {number} bleibt bis zum letzten Tag und ist danach frei.} other {{type} mit {number} geht jetzt an {heir}.}}',
  'checklist.heir': 'Lizenz und Nummer jetzt jemandem geben',
  'checklist.licenseThere': 'Lizenz dort',
  'checklist.sameLicense': 'Wie bisher',
};
