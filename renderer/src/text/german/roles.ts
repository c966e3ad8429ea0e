import type { rolesTexts as english } from '../english/roles';
import type { Translation } from '../translation';

/** Roles, rights and administrators. */
export const rolesTexts: Translation<typeof english> = {
  'roles.title': 'Rollen dieses Kontos',
  'roles.new': 'Neue Rolle…',
  'roles.newTitle': 'Rolle festlegen',
  'roles.change': 'Rolle {role} ändern…',
  'roles.changeTitle': 'Rolle {role} ändern',
  'roles.changeDo': 'Ändern',
  'roles.define': 'Festlegen',
  'roles.none':
    'Nur die eingebauten Rollen werden genutzt. Legen Sie eine fest, um Personen Funktionen über ihre Lizenz hinaus zu geben.',
  'roles.name': 'Name',
  'roles.base': 'Beruht auf',
  'roles.baseHint': 'Sie darf, was diese Rolle darf.',
  'roles.extra': 'Zusätzliche Funktionen',
  'roles.extraHint': 'Sie zählen, solange eine Lizenz des Kontos sie gibt.',
  'roles.builtOn': 'beruht auf {role}',
  'roles.noExtra': 'Keine zusätzlichen Funktionen',
  'roles.unused': 'Niemand hat sie',
  'roles.usedBy': 'Rolle von {count, plural, one {} other {# Personen: }}{names}',
  'roles.others': '{count, plural, one {# weitere} other {# weitere}}',
  'roles.remove': 'Rolle {role} entfernen',

  'rights.title': 'Was diese Rolle darf',
  'rights.you': 'Sie sind {name}',
  'rights.role': '{role}, in {group}',
  'rights.hint':
    'Inhaber und Firmenadministratoren vergeben Rollen; Standortadministratoren, Techniker und Supervisoren arbeiten in den Gruppen, die sie verwalten.',
  'may.groups': 'Gruppen, Geräte, Nummern und Sprachmenüs ändern',
  'may.users': 'Personen ändern',
  'may.seats': 'Lizenzen und Kontingente geben und zurücknehmen',
  'may.allocate': 'Gruppen Lizenzen zuteilen',
  'may.purchases': 'Käufe, Anfragen und das Konto ändern',
  'may.roles': 'Rollen geben und Administratoren ernennen',
  'may.read': 'Gruppen und Personen sehen',
  'may.readLicenses': 'Lizenzen sehen',
  'may.where': '{kind, select, account {Ganzes Konto} in {In {where}} below {Unterhalb von {where}} other {Nein}}',

  'rights.readOnly': 'Sie können das ansehen, aber nicht ändern: Ihre Rolle ist {role}. Ändern kann es {who}.',
  'rights.notYours': '{group} gehört nicht zu Ihrem Teil des Kontos',
  'rights.notYoursText': 'Fragen Sie {who}, wenn Sie es sehen sollen.',

  'admins.section': 'Administratoren',
  'admins.none': 'Niemand verwaltet eigens diese Gruppe.',
  'admins.add': 'Administrator hinzufügen…',
  'admins.addAny': 'Neuer Administrator',
  'admins.addTitle': 'Administrator von {group}',
  'admins.addDo': 'Zum Administrator machen',
  'admins.find': 'Person suchen',
  'admins.from': '{role}, aus {group}',
  'admins.end': 'Administration von {group} durch {user} beenden',
  'admins.roleHint':
    '{user} hat die Rolle {role}, die durch das Verwalten einer Gruppe nichts gewinnt. Standortadministratoren, Techniker und Supervisoren gewinnen.',
  'admins.intro':
    'Personen handeln in den Gruppen, die sie verwalten, und in allem darunter, soweit ihre Rolle es zulässt.',
  'admins.nobody': 'Noch verwaltet niemand eine Gruppe',
  'admins.nobodyText': 'Ernennen Sie sie hier oder in den Eigenschaften einer Gruppe oder einer Person.',
  'admins.who': 'Person',
  'admins.role': 'Rolle',
  'admins.groups': 'Verwaltet',
  'admins.person': 'Verwaltet',
  'admins.personNone': 'Keine Gruppe.',
  'admins.personAdd': 'Gruppe verwalten…',
  'admins.personTitle': 'Was {user} verwaltet',
  'admins.findGroup': 'Gruppe suchen',
};
