import type { menusTexts as english } from '../english/menus';
import type { Translation } from '../translation';

/** Voice menus: IVRs and call queues with their members and numbers. */
export const menusTexts: Translation<typeof english> = {
  'menus.title': 'Sprachmenüs',
  'menus.of': 'Sprachmenüs von {group}',
  'menus.open': 'Sprachmenüs…',
  'menus.summary': 'Mit denen der Gruppen darin.',
  'menus.noneHere': 'Keine in dieser Gruppe selbst.',
  'menus.none': 'Hier gibt es noch keine Sprachmenüs',
  'menus.noneText':
    'Ein Sprachmenü oder eine Warteschleife nimmt Anrufe unter ihren Nummern an und leitet sie zu Personen und Gruppen.',
  'menus.members':
    '{users, plural, one {# Person} other {# Personen}}{groups, plural, =0 {} one {, # Gruppe} other {, # Gruppen}}',
  'menus.new': 'Neues Sprachmenü…',
  'menus.newTitle': 'Neues Sprachmenü in {group}',
  'menus.newDo': 'Anlegen',
  'menus.name': 'Name',
  'menus.kind': 'Art',
  'menus.ivrHint': 'Anrufer wählen, wohin sie möchten.',
  'menus.queueHint': 'Anrufer warten, bis jemand frei ist.',
  'menus.people': 'Personen',
  'menus.noPeople': 'Noch ist niemand Mitglied.',
  'menus.noLicense': 'keine Lizenz',
  'menus.peopleOnly': 'nur Personen',
  'menus.addPerson': 'Person hinzufügen…',
  'menus.groups': 'Gruppen',
  'menus.addGroup': 'Gruppe hinzufügen…',
  'menus.gateOpen': 'Die Lizenzen der Personen erlauben Gruppen als Mitglieder.',
  'menus.gateClosed': 'Gruppen können jetzt nicht Mitglied dieses Menüs sein',
  'menus.gateNoLicense':
    'Mindestens eine der Personen braucht eine Lizenz mit „Sprachmenüs mit Gruppen“, etwa Ringover Business.',
  'menus.gateLower':
    '{count, plural, one {Die Lizenz von {people} enthält} other {Die Lizenzen von {people} enthalten}} „Sprachmenüs mit Gruppen“ nicht. Jede Person des Menüs mit Lizenz braucht eine, die es enthält, etwa Ringover Business.',
  'menus.numbers': 'Nummern',
  'menus.noNumbers': 'Noch führt keine Nummer hierher.',
  'menus.addNumber': 'Nummer zuordnen…',
  'menus.detach': '{number} von {menu} lösen',
  'menus.takeOut': '{name} aus {menu} nehmen',
  'menus.addDo': 'Hinzufügen',
  'menus.addTitle.user': 'Person zu {menu} hinzufügen',
  'menus.addTitle.group': 'Gruppe zu {menu} hinzufügen',
  'menus.addTitle.number': 'Nummer zu {menu} zuordnen',
  'menus.choices.user': 'Personen',
  'menus.choices.group': 'Gruppen',
  'menus.choices.number': 'Freie Nummern',
  'menus.find.user': 'Person suchen',
  'menus.find.group': 'Gruppe suchen',
  'menus.find.number': 'Freie Nummer suchen',
  'menus.remove': '{menu} entfernen…',
  'menus.removeTitle': '{menu} entfernen',
  'menus.removeDo': 'Entfernen',
  'menus.removeText':
    'Anrufe führen nicht mehr zu {users, plural, one {# Person} other {# Personen}}{groups, plural, =0 {} one { und # Gruppe} other { und # Gruppen}}.',
};
