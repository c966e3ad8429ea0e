import type { CommandId } from '../../../../renderer/src/parts/commands';

/** What else people type, out of the tasks of the manual, under each command that does it: mistyped, folded or compound as it comes. */
export type TypedFor = { readonly [Id in CommandId]?: string };

export const moreInEnglish: TypedFor = {
  'licenses.allocate':
    'hand out, give licences to a house, assign licenses, license for building, grant license, split licenses, supply a complex, move licenses, shift licenses, budget, set limit, alocate, lisense, licences, quota, pool, assign, license',
  'licenses.ownPool':
    'give licences to a house, license for building, cap, set limit, own licenses, separate pool, quota, pool',
  'people.assign':
    'assign licenses, grant license, license user, activate, enable, give a seat, upgrade license, change license, switch plan, seats, lisense, seat, assign, license, person',
  'look.portfolio':
    'move licenses, shift licenses, dashboard, statistics, chart, all complexes, compare projects, kpi, calendar, usage, transfer',
  'people.create':
    'add resident, new tenant, new employee, add colleague, register user, create account for user, sign up, newcomer, joins, starter, residnet, allowance, user, new person, move in, person',
  'people.letIn': 'sign up, qr, invitation, new computer, second laptop',
  'people.remove': 'remove user, delete person, fire, erase, person',
  'people.archive':
    'fire, leaves the company, resign, moved out, deactivate user, disable, block a user, inactive, terminate, former employee, block, move out, person',
  'people.release':
    'deactivate user, disable, free a license, remove license, unassign license, reclaim, take away, return license, downgrade, take back, release, license',
  'account.contract': 'terminate, agreement, notice period, minimum term, commitment',
  'people.restore': 'undelete, reactivate, recover, reinstate, unarchive',
  'edit.undo': 'undelete, recover, take back, oops, revert, step back',
  'people.move': 'move person, change apartment, relocate, change department, other flat, appartment, transfer, person',
  'tree.moveTo': 'relocate, drag, move building, reparent, transfer',
  'account.buy':
    'upgrade license, buy, order licenses, get more, subscribe, try for free, demo, test license, stock up, add licenses, procure, shop, try out, stock, lisense, licences, block, trial, license',
  'account.requests':
    'switch plan, downgrade, ask vendor, ticket, support, cancel licenses, reduce licenses, fewer licenses',
  'licenses.renew':
    'subscribe, extend subscription, another year, renewal, prolongation, auto renew, keep running, lisense, renwe, license',
  'list.expiring': 'renewal, expiry, what ends, due, expired, running out',
  'licenses.costs':
    'how much do we pay, spend, billing, invoice, prices, budget, expenses, currency, cost report, price',
  'account.properties': 'billing, invoice, currency, company name, timezone, payment method, credit card, address',
  'account.catalogue':
    'prices, license types, features, what does plus give, tariff, plans and prices, products, app, mobile app, mobile key, resource, allowance, feature, price',
  'licenses.sharedPool': 'share pool, remove limit, common licenses, pool',
  'numbers.add': 'add number, telephone number, new extension, mobile, landline, sip, phone for user, number',
  'look.numbers': 'telephone number, mobile, sip, free numbers, phone list, number',
  'numbers.addRange': 'new extension, sip, sip range, block of numbers, number series',
  'numbers.attach': 'assign number, give number, link number, phone for user, second number, assign, number',
  'list.free': 'free numbers, available, spare, unused, leftover, remaining licenses',
  'devices.register': 'door station, add device, monitor, register panel, install intercom, hardware, doorbell, device',
  'look.devices': 'door station, monitor, hardware, device',
  'vendors.panels': 'door station, doorbell, program panels, provisioning',
  'look.menus': 'auto attendant, phone menu, call group, queue, ring group, call forwarding, greeting',
  'list.notSynchronised': 'queue, pending, unsent, offline',
  'tree.create':
    'new house, add floor, add group, new site, create building, add flat, new customer, new project, folder, subfolder, add entrance, new office, appartment, apartment, building',
  'tree.generate':
    'create building, mass create, wizard, generate apartments, number apartments, batch, create structure, building generator, appartment, apartment, building',
  'account.share': 'folder, cloud, network drive, onedrive, collaborate, team, usb stick, server, work together',
  'tree.duplicate': 'duplicate building, copy house',
  'tree.copy': 'copy house',
  'tree.copyTemplate': 'model apartment, pattern',
  'tree.pasteSpecial': 'paste many, repeat floor',
  'tree.rename': 'rename building, change name',
  'tree.moveUp': 'reorder, sort',
  'tree.moveDown': 'reorder, sort',
  'tree.delete': 'delete building, trash, demolish, erase',
  'tree.handOver':
    'handover protocol, print, pdf, labels, acceptance, qr, documentation for customer, finish project, print list, documentation',
  'tree.expandBelow': 'expand all, unfold',
  'tree.collapseAll': 'collapse',
  'tree.expandSiblings': 'unfold',
  'edit.redo': 'redo, do again',
  'edit.selected': 'mass change, edit many, change status, lock building, protect group, add note, comment',
  'account.protect': 'protect group, encrypt, password, security, recovery',
  'edit.import': 'upload list, load file, csv import, import tenants, read excel, vcard, import contacts, import',
  'edit.pasteRows': 'paste from excel',
  'edit.copyRows': 'copy to excel',
  'table.export':
    'copy to excel, save as csv, export list, download table, print list, backup, phone list, exprot, export',
  'look.search': 'search, where is, lookup, find serial',
  'look.palette': 'search',
  'look.filter': 'filter, narrow down',
  'look.overview': 'dashboard, summary, home',
  'look.history': 'log, changelog, who changed, audit trail, activity, journal',
  'help.log': 'log, errors, support, bug, report problem',
  'help.whatsNew': 'changelog, release notes, new features, update',
  'look.forecast': 'calendar, expiry, what ends, next month, preview future',
  'account.exportReminders': 'calendar, ical',
  'look.whatIf': 'simulation, plan, scenario, try out, consequences',
  'list.withoutLicense': 'missing license, no license, to do',
  'list.short': 'not enough, exceeded, overbooked',
  'list.notConfirmed': 'drafts, invited, invitation',
  'account.synchronise': 'offline, refresh, reload, send changes, connect, update, synchronize',
  'list.attention': 'to do, errors, warnings',
  'vendors.ringoverPull': 'connect, phone system, ringover',
  'people.computers': 'lost laptop, stolen computer, who has access',
  'account.roles': 'who has access, rights, access rights, permission, role, permisions',
  'account.administrators': 'administrator, manager, delegate, owner',
  'account.fields': 'custom field, extra column, attribute',
  'account.reminders': 'alerts, remind me, email, notify, address',
  'account.settings': 'configuration, preferences, options, appearance, text size, change language, setings, settings',
  'look.themeDark': 'appearance, night mode',
  'look.themeLight': 'appearance, white background',
  'look.themeSystem': 'appearance',
  'look.larger': 'bigger letters, zoom, text size',
  'look.smaller': 'zoom, text size',
  'look.languageGerman': 'deutsch, change language, translation',
  'look.languageSystem': 'change language, translation',
  'look.languageEnglish': 'change language, translation',
  'help.manual': 'manual, documentation, how does it work, tutorial, guide, faq, help',
  'help.about': 'version, update, about',
  'look.keys': 'hotkeys, key bindings, key, help',
  'account.close': 'quit, logout, switch account, another account, exit',
  'look.treePane': 'sidebar, hide tree',
  'look.propertiesPane': 'details, inspector',
  'look.today': 'today, other day, date',
  'look.people': 'tenants, staff, members, employee list, residnet, allowance, user, person',
  'look.licenses':
    'seats, usage, capacity, stock, remaining licenses, app, mobile app, key, mobile key, lisense, licences, resource, quota, allowance, block, seat, pool, feature, license',
  'vendors.ringoverCompare': 'phone system, ringover',
  'vendors.ringoverPush': 'phone system, ringover, provisioning',
};

export const moreInGerman: TypedFor = {
  'licenses.allocate':
    'Lizenzvergabe, Lizenzen verteilen, Lizenzen vergeben, Lizenz zuordnen, ausgeben, Zuteilung, Lizenzzuteilung, umverteilen, bereitstellen, Limit setzen, eigener Topf, zuteiln, Lizensen, Lizenz, Kontingent, Pool, zuweisen',
  'people.assign':
    'Lizenzvergabe, Lizenzen vergeben, Lizenz zuordnen, freischalten, aktivieren, Lizenz geben, lizenzieren, Lizenz wechseln, Tarif wechseln, hochstufen, Lizenz ändern, Person, Lizenz, zuweisen',
  'look.portfolio':
    'Lizenzen umbuchen, Lizenzen verschieben, umverteilen, Auswertung, Überblick, Statistik, Diagramm, alle Wohnanlagen, Projekte vergleichen, Kennzahlen, Kalender, Auslastung, übertragen',
  'vendors.ringoverPush': 'bereitstellen, Telefonanlage, Ringover, übertragen',
  'people.create':
    'Bewohner anlegen, Mieter anlegen, neuer Nutzer, Mitarbeiter einstellen, Person hinzufügen, Benutzer erstellen, Neuzugang, Eintritt, Einzug, zieht ein, neuer Kollege, Mitarbeiterin, aufnehmen, anmelden, registrieren, Bewoner, Person, Benutzer, neue Person',
  'look.people':
    'Mitarbeiterin, Mieterliste, Bewohnerliste, Personal, Belegschaft, Mitarbeiterliste, Bewoner, Person, Benutzer',
  'devices.register':
    'anmelden, registrieren, Türstation, Gerät hinzufügen, Klingelanlage, Sprechanlage einbauen, Innenstation, Monitor, Seriennummer, Hardware, Gerät',
  'people.archive':
    'Austritt, Auszug, zieht aus, verlässt die Firma, ausgeschieden, kündigen, deaktivieren, stilllegen, Benutzer sperren, Mieter entfernen, Person',
  'account.contract': 'kündigen, Vertragslaufzeit, Kündigungsfrist, Mindestmenge, Vertrag',
  'account.requests':
    'kündigen, Tarif wechseln, hochstufen, Anbieter fragen, Anfrage stellen, Kundendienst, Lizenzen abbestellen, Lizenzen reduzieren, weniger Lizenzen',
  'people.release':
    'deaktivieren, Lizenz entziehen, Lizenz freigeben, zurückgeben, wegnehmen, Lizenz zurückholen, abnehmen, Lizenz löschen, zurücknehmen, freigeben für Kollegen, Lizenz, freigeben',
  'people.remove': 'Person löschen, Mieter entfernen, DSGVO, Nutzer löschen, entfernen, Datenschutz, loeschen, Person',
  'people.restore': 'reaktivieren, zurückholen, wiederherstellen, entarchivieren, Lizenz zurückholen',
  'edit.redo': 'wiederherstellen, wiederholen',
  'people.move':
    'Umzug, Wohnung wechseln, Abteilungswechsel, versetzen, Person umziehen, Wohnungswechsel, Person, Wohnung',
  'account.catalogue':
    'Tarif wechseln, Preise, Lizenzarten, Funktionen, Produktkatalog, Tarife, Leistungsumfang, mobile Schlüssel, App, Schlüssel, Schluessel, Funktion, Preis, Ressourcen, Einheiten',
  'account.buy':
    'hochstufen, kaufen, bestellen, Nachbestellung, Lizenzkauf, mehr Lizenzen, neue Lizenzen, Testlizenz, ausprobieren, Probezeit, beschaffen, aufstocken, einkaufen, Bestellung, Lizensen, Lizenz, Test',
  'look.whatIf': 'ausprobieren, Planung, simulieren, Szenario, durchspielen, Was-wäre-wenn, Auswirkungen',
  'licenses.renew':
    'Verlängerung, Lizenzverlängerung, Laufzeit verlängern, noch ein Jahr, erneuern, weiterlaufen, Abo, Folgejahr, fortführen, Lizensen, verlaengern, Lizenz',
  'list.expiring': 'erneuern, was läuft aus, Ablauf, ablaufende Lizenzen, fällig, Ablaufdatum, abgelaufen',
  'licenses.costs':
    'Kosten, Preise, was kostet das, Ausgaben, Abrechnung, Rechnung, Kostenübersicht, Währung, Monatskosten, bezahlen, Preis',
  'account.properties':
    'Abrechnung, Rechnung, Währung, bezahlen, Firmenname, Zeitzone, Zahlungsart, Kreditkarte, Lastschrift, Kontodaten',
  'licenses.ownPool': 'Obergrenze, begrenzen, Limit setzen, eigener Topf, eigene Lizenzen, Kontingent, Pool',
  'licenses.sharedPool': 'gemeinsame Lizenzen, Grenze aufheben, erben, mitbenutzen, Pool',
  'numbers.add':
    'Rufnummer, Telefonnummer hinzufügen, neue Nummer, Handynummer, Festnetz, Durchwahl, Nebenstelle, Nummer',
  'look.numbers': 'Rufnummer, Nebenstelle, freie Nummern, Telefonliste, Nummer',
  'numbers.attach':
    'Rufnummer, Durchwahl, Nummer zuweisen, Nummer vergeben, Nummer verknüpfen, Zweitnummer, Nummer, zuweisen',
  'numbers.addRange': 'Durchwahl, Nebenstelle, Nummernkreis, Nummernbereich, Rufnummernblock',
  'list.free': 'freie Nummern, unbenutzte Lizenzen, verfügbar, übrig, Restbestand, Restlizenzen',
  'table.export':
    'Telefonliste, Liste exportieren, als Excel speichern, herunterladen, Auswertung, Bericht, Datensicherung, Backup, Mieterliste, Bewohnerliste, Mitarbeiterliste, exportiren, Export',
  'look.devices': 'Türstation, Monitor, Seriennummer, Geräteliste, Hardware, Gerät',
  'vendors.panels': 'Türstation, Klingelanlage, Türstation programmieren, übertragen',
  'look.search': 'Seriennummer, suchen, Person finden, wo ist, nachschlagen',
  'look.menus':
    'Telefonmenü, Ansage, Warteschleife, Sammelanschluss, Rufgruppe, Anrufverteilung, Rufweiterleitung, Hotline',
  'tree.create':
    'Haus anlegen, neue Wohnung, Stockwerk hinzufügen, Gebäude hinzufügen, neue Gruppe, Ordner anlegen, Objekt anlegen, neuer Kunde, neues Projekt, Abteilung, Liegenschaft, Wohnanlage anlegen, Eingang, Gebaeude, Wohnung, Gebäude',
  'tree.generate':
    'Wohnungen erzeugen, viele Wohnungen, Massenanlage, automatisch anlegen, Gebäudestruktur, durchnummerieren, Serie anlegen, Generator, Gebaeude, Wohnung, Gebäude',
  'tree.copy': 'Haus kopieren',
  'tree.duplicate': 'Haus kopieren, Gebäude duplizieren, klonen',
  'tree.copyTemplate': 'Muster, Vorlage',
  'tree.pasteSpecial': 'Etage wiederholen, mehrfach einfügen',
  'tree.rename': 'Namen ändern, umbenennen',
  'tree.moveUp': 'Reihenfolge, sortieren',
  'tree.moveDown': 'Reihenfolge, sortieren',
  'tree.moveTo': 'Gebäude verschieben, umhängen, übertragen',
  'tree.delete': 'Haus löschen, entfernen, Papierkorb, abreißen, loeschen, Gebaeude, Gebäude',
  'tree.handOver':
    'Übergabeprotokoll, drucken, PDF, Etiketten, Abnahme, Bauabnahme, QR-Code, Kundenunterlagen, Projekt abschließen, Ubergabe',
  'people.letIn': 'QR-Code, neuer Rechner, zweiter Computer, Einladung',
  'tree.expandBelow': 'aufklappen, alles öffnen',
  'tree.expandSiblings': 'aufklappen',
  'tree.collapseAll': 'zuklappen',
  'edit.undo': 'zurücknehmen, rückgängig machen, Fehler rückgängig, widerrufen, Rueckgaengig',
  'edit.selected':
    'mehrere bearbeiten, Sammeländerung, Status ändern, Gebäude sperren, Notiz, Bemerkung, Schutz aufheben',
  'edit.import':
    'Excel einlesen, CSV importieren, Mieterliste laden, Datei hochladen, Kontakte importieren, Mieterliste, Import',
  'edit.pasteRows': 'aus Excel einfügen',
  'account.protect': 'Datensicherung, Backup, verschlüsseln, Passwort, Sicherheit, Datenschutz',
  'help.manual': 'nachschlagen, Handbuch, Anleitung, Bedienungsanleitung, Hilfe, wie funktioniert das, Einführung',
  'look.filter': 'filtern, eingrenzen',
  'look.overview': 'Startseite, Überblick, Zusammenfassung',
  'look.history': 'Protokoll, Änderungsverlauf, wer hat geändert, Historie, Nachweis, Aktivitäten',
  'help.log': 'Protokoll, Fehlermeldung, Kundendienst, Problem melden, Fehler melden',
  'look.forecast': 'Kalender, was läuft aus, Ablauf, Prognose, Planung, Zukunft, abgelaufen',
  'account.exportReminders': 'Kalender, Outlook, Termine',
  'list.withoutLicense': 'fehlende Lizenzen, ohne Lizenz, Aufgaben',
  'list.short': 'fehlende Lizenzen, Engpass, reicht nicht, überbucht',
  'look.licenses':
    'übrig, Restbestand, Auslastung, Lizenzbestand, Restlizenzen, mobile Schlüssel, App, Schlüssel, Lizensen, Schluessel, Lizenz, Kontingent, Pool, Ressourcen, Einheiten',
  'list.notConfirmed': 'Entwürfe, eingeladen, Aufgaben, Einladung',
  'list.notSynchronised': 'ausstehend, nicht gesendet',
  'list.attention': 'Aufgaben, zu erledigen, Konflikt, Fehlermeldung',
  'account.attention': 'Konflikt',
  'account.synchronise': 'aktualisieren, synchronisieren, Sync, Daten senden',
  'account.share': 'Cloud, Netzlaufwerk, gemeinsam arbeiten, freigeben für Kollegen, Server, USB-Stick, Zusammenarbeit',
  'people.computers': 'Laptop verloren, gestohlen, Rechner sperren, Schlüssel, Schluessel',
  'account.roles': 'Rechte, Berechtigung, Zugriffsrechte, wer darf was, Rolle',
  'account.administrators': 'Administrator ernennen, Verwalter, Hausverwaltung, Inhaber',
  'account.fields': 'eigene Spalte, Zusatzfeld, Attribut',
  'account.reminders': 'erinnern, Benachrichtigung, E-Mail, warnen',
  'account.settings':
    'Benachrichtigung, Einstellungen, Optionen, Konfiguration, Farben, Schriftgröße, Sprache ändern, Sprache umstellen, Einstelungen',
  'look.themeDark': 'Dunkelmodus, Nachtmodus, Farben, Design',
  'look.themeLight': 'Farben, Design',
  'look.themeSystem': 'Farben, Design',
  'look.larger': 'Schrift größer, Schriftgröße, vergrößern, Zoom',
  'look.smaller': 'Schriftgröße, Zoom',
  'look.normalSize': 'Zoom',
  'look.languageEnglish': 'englisch, Sprache ändern, Sprache umstellen',
  'look.languageSystem': 'Sprache ändern, Sprache umstellen',
  'look.languageGerman': 'Sprache ändern, Sprache umstellen',
  'look.keys': 'Hilfe, Tastenkombinationen, Tastenkürzel',
  'help.whatsNew': 'was ist neu, Neuigkeiten, neue Funktionen',
  'help.about': 'Version, Programmversion',
  'account.close': 'abmelden, beenden, Konto wechseln, anderes Konto, ausloggen',
  'look.treePane': 'Seitenleiste, Baum ausblenden',
  'look.propertiesPane': 'Details',
  'look.today': 'heute, Datum',
  'vendors.ringoverCompare': 'Telefonanlage, Ringover',
  'vendors.ringoverPull': 'Telefonanlage, Ringover',
};
