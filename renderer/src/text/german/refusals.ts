import type { refusalTexts as english } from '../english/refusals';
import type { Translation } from '../translation';

/** Texts about why something was refused, and what to mind. One message a code; `.help` is the smallest thing that would help. */
export const refusalTexts: Translation<typeof english> = {
  'refusal.INVALID':
    '{path, select, none {Das kann so nicht übernommen werden: {problem}.} other {{field}: {problem}.}}',
  'refusal.NAME_REQUIRED': 'Ein Name ist nötig.',
  'refusal.DUPLICATE_NAME': 'Den Namen „{name}“ gibt es an dieser Stelle schon.',
  'refusal.DUPLICATE_NAME.help': 'Wählen Sie einen anderen Namen, oder nummerieren Sie die neuen anders.',
  'refusal.NOT_FOUND': 'Nicht mehr vorhanden: {thing}.',
  'refusal.DUPLICATE_ID': 'Etwas mit dieser Kennung wurde schon angelegt ({id}).',
  'refusal.STALE': '„{field}“ wurde inzwischen geändert: Sie sahen {expected}, jetzt ist es {actual}.',
  'refusal.STALE.help': 'Sehen Sie sich den jetzigen Wert an, und ändern Sie ihn erneut, falls es noch nötig ist.',
  'refusal.STALE.dependents':
    '{actualCount, plural, one {Etwas Neueres hängt} other {# neuere Dinge hängen}} von dem ab, was rückgängig gemacht würde.',
  'refusal.STALE.dependents.help': 'Machen Sie zuerst das Neuere rückgängig, oder ändern Sie den jetzigen Stand.',
  'refusal.ROLE_IN_USE': 'Jemand hat diese Rolle noch.',
  'refusal.ROLE_IN_USE.help': 'Geben Sie diesen Personen zuerst eine andere Rolle.',
  'refusal.DUPLICATE_SERIAL': 'Ein Gerät mit der Seriennummer {serial} ist schon registriert.',
  'refusal.DEVICE_BLOCK': 'Diese Lizenz gehört zu einem Gerät und geht mit ihm.',
  'refusal.DEVICE_BLOCK.help': 'Verschieben oder entfernen Sie stattdessen das Gerät.',
  'refusal.NOT_PERMITTED': 'Ihre Rolle, {role}, darf das nicht. Nötig ist das Recht: {needs}.',
  'refusal.PEER_ADMIN': '{user} ist Administrator auf Ihrer eigenen Ebene; nur jemand darüber darf das ändern.',
  'refusal.LAST_OWNER': 'Das Konto hätte dann keinen Inhaber mehr.',
  'refusal.LAST_OWNER.help': 'Machen Sie zuerst jemand anderen zum Inhaber.',
  'refusal.LAST_OWNER_KEY':
    'Kein Inhaber könnte mehr im Konto arbeiten: Das ist der letzte Rechner eines Inhabers, und es wurden keine Wiederherstellungswörter gedruckt.',
  'refusal.LAST_OWNER_KEY.help': 'Lassen Sie zuerst einen anderen Rechner eines Inhabers zu.',
  'refusal.UNSIGNED': 'Diese Aktion zählt nicht: Sie sagt nicht, von welchem Rechner sie kommt.',
  'refusal.UNSIGNED.help': 'Bitten Sie einen Administrator, diesen Rechner zuzulassen.',
  'refusal.BAD_SIGNATURE':
    'Diese Aktion zählt nicht: Sie wurde nicht oder nicht so auf dem Rechner ausgeführt, den sie nennt.',
  'refusal.NOT_ADMITTED':
    'Diese Aktion zählt nicht: Ihr Rechner {reason, select, revoked {wurde ausgeschlossen} recovery {darf nur Inhaber zulassen und Rechner ausschließen} other {wurde nie zugelassen}}.',
  'refusal.NOT_ADMITTED.help': 'Bitten Sie einen Administrator, diesen Rechner zuzulassen.',
  'refusal.WRONG_AUTHOR':
    'Diese Aktion zählt nicht: Sie gibt sich als die einer Person aus, der dieser Rechner nicht gehört.',
  'refusal.SELF_DELETE': 'Sie können weder sich selbst noch die Gruppe entfernen, in der Sie sind.',
  'refusal.SELF_DELETE.help': 'Bitten Sie einen anderen Administrator darum.',
  'refusal.BLOCKS_PRESENT': '{group} hat noch eigene Lizenzen.',
  'refusal.BLOCKS_PRESENT.help':
    'Geben Sie diese zuerst zurück, und lassen Sie die Gruppe dann den Pool darüber teilen.',
  'refusal.ROOT_ONLY': 'Käufe und Tests gehören dem Konto selbst, nicht einer Gruppe darin.',
  'refusal.ROOT_ONLY.help': 'Kaufen Sie für {root}, und teilen Sie von dort zu.',
  'refusal.NOT_RESTRICTED': '{group} teilt den Pool darüber; deshalb kann nichts zugeteilt werden.',
  'refusal.NOT_RESTRICTED.help': 'Geben Sie der Gruppe zuerst einen eigenen Pool.',
  'refusal.POOL_EXCEEDED':
    '{pool} hat {limit, number} × {type}{hasDay, select, yes { am {day}} other {}}; nötig wären {needed, number}.',
  'refusal.POOL_EXCEEDED.help':
    'Nehmen Sie {over, plural, one {# weniger} other {# weniger}}, oder beschaffen Sie zuerst {over, plural, one {# mehr} other {# mehr}} für {pool}.',
  'refusal.NO_LICENSE_AVAILABLE':
    '{pool} hat keine freie Lizenz {type}: Vorhanden {limit, plural, =0 {ist keine} one {ist #} other {sind #}}, nötig wären {needed, number}.',
  'refusal.NO_LICENSE_AVAILABLE.help':
    'Geben Sie in {pool} eine frei, teilen Sie weitere zu, oder wählen Sie einen anderen Typ.',
  'refusal.BELOW_ALLOCATED':
    '{needed, number} × {type} aus {pool} sind in Gebrauch oder weitergegeben{hasDay, select, yes { am {day}} other {}}; es blieben nur {limit, number}.',
  'refusal.BELOW_ALLOCATED.help':
    'Geben Sie unterhalb von {pool} zuerst {over, plural, one {# Lizenz} other {# Lizenzen}} frei.',
  'refusal.QUOTA_EXCEEDED':
    '{resource}: {pool} hat {limit, number}, nötig wären {needed, number}{hasDay, select, yes { am {day}} other {}}.',
  'refusal.QUOTA_EXCEEDED.help':
    'Reservieren Sie {over, plural, one {# weniger} other {# weniger}}, oder teilen Sie {pool} mehr zu.',
  'refusal.SIP_BELOW_MOBILE':
    'Jede App-Installation braucht eine virtuelle Nummer: {mobileApp} {mobileApp, plural, one {Installation} other {Installationen}}, aber nur {sip} {sip, plural, one {Nummer} other {Nummern}}.',
  'refusal.SIP_BELOW_MOBILE.help': 'Erhöhen Sie die virtuellen Nummern auf {mobileApp}.',
  'refusal.NOT_TRANSFERABLE':
    'Lizenzen bleiben in dem Projekt, für das sie bestimmt sind. Diese Verschiebung nähme {claims} mit.',
  'refusal.NOT_TRANSFERABLE.help':
    'Verschieben Sie, und geben Sie sie dabei zurück; sie gehen an den Pool, aus dem sie kamen.',
  'refusal.POOL_CHANGE': 'Diese Verschiebung führt in einen anderen Pool und nähme {claims} mit.',
  'refusal.POOL_CHANGE.help':
    'Verschieben Sie, und geben Sie sie dabei zurück, oder nehmen Sie dasselbe aus dem neuen Pool.',
  'refusal.CYCLE': 'Eine Gruppe kann nicht in sich selbst oder in etwas unter ihr verschoben werden.',
  'refusal.ROOT': 'Das ist das Konto selbst; es bleibt, wo es ist.',
  'refusal.ROOT.D2': 'Dem Konto selbst wird nichts zugeteilt: Es verbraucht, was es gekauft hat.',
  'refusal.ROOT.D2.help': 'Fügen Sie stattdessen einen Kauf hinzu.',
  'refusal.PROTECTED': '{group} ist gegen Verschieben und Löschen geschützt.',
  'refusal.PROTECTED.help': 'Nehmen Sie zuerst den Schutz weg: Er steht in den Eigenschaften.',
  'refusal.LOCKED': '{group} ist gesperrt, mit allem darin.',
  'refusal.LOCKED.help': 'Ändern Sie zuerst den Status von „Gesperrt“ auf einen anderen.',
  'refusal.NO_NUMBER_AVAILABLE': 'Für diese Lizenz ist keine Rufnummer frei.',
  'refusal.NO_NUMBER_AVAILABLE.help': 'Fügen Sie zuerst eine Nummer oder einen Nummernbereich hinzu.',
  'refusal.ALREADY_LICENSED': '{user} hat schon eine Lizenz.',
  'refusal.ALREADY_LICENSED.help': 'Ändern Sie ihren Typ, oder geben Sie sie zuerst frei.',
  'refusal.SEAT_REQUIRED': '{user} hat keine Lizenz.',
  'refusal.SEAT_REQUIRED.help': 'Geben Sie ihr zuerst eine.',
  'refusal.USER_ARCHIVED': '{user} ist archiviert.',
  'refusal.USER_ARCHIVED.help': 'Stellen Sie die Person zuerst wieder her.',
  'refusal.MOBILE_LIMIT': 'Eine Lizenz hat höchstens {limit, number} Mobilnummern.',
  'refusal.MOBILE_LIMIT.help': 'Lösen Sie zuerst eine andere Mobilnummer.',
  'refusal.DUPLICATE_NUMBER': 'Die Nummer {number} gibt es schon.',
  'refusal.ALLOWANCE_EXCEEDED':
    'Das Kontingent gibt {limit, number} virtuelle {limit, plural, one {Nummer} other {Nummern}}, und alle sind in Gebrauch.',
  'refusal.ALLOWANCE_EXCEEDED.help': 'Erhöhen Sie das Kontingent, oder lösen Sie eine andere Nummer.',
  'refusal.NUMBER_IN_USE': 'Die Nummer {number} ist in Gebrauch.',
  'refusal.NUMBER_IN_USE.help': 'Lösen Sie sie zuerst.',
  'refusal.SEAT_NUMBER': '{number} ist die eigene Nummer einer Lizenz.',
  'refusal.SEAT_NUMBER.help': 'Tauschen Sie sie stattdessen gegen eine andere.',
  'refusal.NOT_ATTACHED': 'Die Nummer {number} ist niemandem und nichts zugeordnet.',
  'refusal.REQUEST_REQUIRED':
    '{to, select, support {Nur der Support kann den Typ eines Kaufs ändern.} other {Nach dem Vertrag kann nur der Anbieter Käufe verringern.}}',
  'refusal.REQUEST_REQUIRED.help': 'Öffnen Sie eine Anfrage; sie wird verfolgt, bis sie erledigt ist.',
  'refusal.COMMITMENT_FLOOR': 'Der Vertrag bindet Sie bis {until} an {floor} × {type}.',
  'refusal.COMMITMENT_FLOOR.help':
    'Kündigungsfrist: {noticeDays, plural, =0 {nicht vorgesehen} one {# Tag} other {# Tage}}; ein früherer Ausstieg kostet {terminationFee}.',
  'refusal.ACCOUNT_LIMITED':
    'Das Konto ist eingeschränkt: {reason, select, paymentMethod {Es hat keine Zahlungsart} other {Eine Zahlung steht aus}}. Bis das geklärt ist, kann nichts hinzugefügt werden.',
  'refusal.ACCOUNT_LIMITED.help': 'Freigeben, Entfernen und Exportieren gehen weiterhin.',
  'refusal.TYPE_INCOMPATIBLE': '{menu} hat Gruppen als Mitglieder; dafür sind Lizenzen mit „{feature}“ nötig.',
  'refusal.TYPE_INCOMPATIBLE.help':
    'Geben Sie den Personen einen höheren Lizenztyp, oder nehmen Sie die Gruppen aus dem Menü.',
  'refusal.WINDOW_INVALID':
    '{hasEndsBefore, select, yes {Der letzte Tag liegt vor dem {endsBefore}: Davon bliebe nichts übrig.} other {Der erste Tag liegt nach dem letzten.}}',
  'refusal.RESERVED': '{computer} hat das bis {until} mitgenommen.',
  'refusal.RESERVED.help': 'Warten Sie, bis es zurückgegeben wird, oder lassen Sie es von der Verwaltung zurückholen.',
  'refusal.DAY_OUT_OF_RANGE':
    'Das wurde am {day} getan, mehr als ein Jahr nach allem, was andere getan haben ({newest}).',
  'refusal.DAY_OUT_OF_RANGE.help': 'Stellen Sie die Uhr dieses Computers richtig, und tun Sie es noch einmal.',
  'refusal.DEFECT': 'Hier hat Trellis selbst einen Fehler: Es wurde nichts geändert (Eintrag {seq}).',
  'refusal.DEFECT.help': 'Bitte geben Sie das Protokoll an die Stelle weiter, die Trellis betreut.',
  'refusal.ID_TAKEN': 'Diese Kennung gehört schon zu etwas anderem ({id}).',
  'refusal.ID_TAKEN.help': 'Lassen Sie die Kennung weg; eine neue findet sich von selbst.',

  'warning.SHORT_LATER': '{pool} fehlen ab {day}: {short} × {what}.',
  'warning.NUMBER_REPEATED': 'In {building} gibt es die Nummer {repeated} mehrmals.',
  'warning.NUMBER_UNUSUAL':
    '{value} hat die richtige Länge, aber kein Rufnummernplan kennt sie. Bitte sehen Sie noch einmal hin.',
  'warning.MENU_GROUPS_REMOVED': 'Die Gruppen verlassen {menu}, weil die Lizenzen sie nicht mehr erlauben.',

  'refusals.more': 'und {count, plural, one {# weiterer Grund} other {# weitere Gründe}}',

  'claims.blocks': '{count, plural, one {# Zuteilung} other {# Zuteilungen}}',
  'claims.seats': '{count, plural, one {# Lizenz} other {# Lizenzen}}',
  'claims.allowances': '{count, plural, one {# Kontingent} other {# Kontingente}}',
  'claims.numbers': '{count, plural, one {# Nummer} other {# Nummern}}',
  'claims.none': 'Lizenzen',

  'right.groups': 'Gruppen, Geräte und Nummern ändern',
  'right.users': 'Personen ändern',
  'right.seats': 'Lizenzen geben und zurücknehmen',
  'right.allocate': 'Lizenzen zuteilen',
  'right.purchases': 'Käufe und das Konto ändern',
  'right.roles': 'Rollen und Administratoren ändern',
  'right.read': 'diesen Teil des Kontos sehen',
  'right.readLicenses': 'Lizenzen sehen',

  'field.name': 'Name',
  'field.code': 'Kürzel',
  'field.note': 'Notiz',
  'field.status': 'Status',
  'field.protected': 'Schutz',
  'field.deny': 'Entzogene Funktionen',
  'field.allow': 'Gegebene Funktionen',
  'field.quantity': 'Menge',
  'field.validFrom': 'Erster Tag',
  'field.validUntil': 'Letzter Tag',
  'field.resources': 'Was sie gibt',
  'field.mode': 'Gezählt',
  'field.unit': 'Was eine gibt',
  'field.features': 'Funktionen',
  'field.rank': 'Rang',
  'field.fallsBackTo': 'Fällt zurück auf',
  'field.retired': 'Wird nicht mehr gekauft',
  'field.email': 'E-Mail',
  'field.phone': 'Telefon',
  'field.roleId': 'Rolle',
  'field.groupId': 'Gruppe',
  'field.parentId': 'Ort',
  'field.typeId': 'Lizenztyp',
  'field.timeZone': 'Zeitzone',
  'field.paymentMethod': 'Zahlungsart',
  'field.outstanding': 'Offener Betrag',
  'field.contract': 'Vertrag',
  'field.restriction': 'Pool',
  'field.value': 'Nummer',
  'field.serial': 'Seriennummer',
  'field.model': 'Modell',
  'field.number': 'Nummer',
  'field.seat': 'Lizenz',
  'field.source': 'Herkunft',
  'field.kind': 'Art',
  'field.plan': 'Plan',
  'field.lifecycle': 'Zustand',
  'field.other': 'dieser Wert',

  'value.yes': 'ja',
  'value.no': 'nein',
  'value.nothing': 'nichts',
  'value.contract.policy': '{policy, select, request {Verringern auf Anfrage} other {Verringern in eigener Hand}}',
  'value.contract.until': 'gebunden bis {day}',
  'value.contract.floor': 'mindestens {quantity, number} × {type}',
  'value.contract.notice': '{days, plural, one {# Tag} other {# Tage}} Kündigungsfrist',
  'value.contract.fee': '{fee} für früheren Ausstieg',
  'value.quoted': '„{word}“',
};
