import type { CommandWords } from './command-words';

/** Words that people type in German when they mean a command: other names, and what it is good for. */
export const germanWords: CommandWords = {
  'tree.create':
    'neue Gruppe, Gruppe anlegen, Gruppe hinzufügen, neues Gebäude, Haus anlegen, neue Wohnung, Wohnung anlegen, neue Etage, Stockwerk, Eingang, neue Anlage, Wohnanlage, Büro, Abteilung anlegen, neuer Kunde, Projekt anlegen, Objekt anlegen, Händler anlegen, erstellen, einfügen',
  'tree.generate':
    'erzeugen, viele Gruppen, Serie, mehrere anlegen, auf einmal, Massenanlage, Assistent, ganzes Haus, Wohnungen erzeugen, Struktur, Etagen und Wohnungen, nummerieren, generieren, durchnummerieren',
  'tree.rename': 'umbenennen, Name ändern, anders nennen, Bezeichnung, Titel ändern',
  'tree.duplicate': 'duplizieren, klonen, verdoppeln, noch einmal, Kopie anlegen',
  'tree.copy': 'kopieren, Gruppe kopieren, Zwischenablage, Haus kopieren',
  'tree.cut': 'ausschneiden, Zwischenablage',
  'tree.paste': 'einfügen, hier einfügen, Zwischenablage',
  'tree.pasteSpecial': 'besonders einfügen, mehrere Kopien, mehrfach einfügen, vervielfältigen, wiederholen',
  'tree.handOver': 'Übergabe, übergeben, Unterlagen, drucken, PDF, Karten, QR, Etiketten, Abnahme, Kunde, abschließen',
  'tree.copyTemplate': 'Vorlage, Muster, Musterhaus, Schablone, wiederverwenden',
  'tree.moveUp': 'nach oben, Reihenfolge, umordnen, sortieren, höher, hoch',
  'tree.moveDown': 'nach unten, Reihenfolge, umordnen, sortieren, tiefer, runter',
  'tree.moveTo':
    'verschieben, Gruppe verschieben, umhängen, woanders hin, andere Stelle, umziehen, umorganisieren, unterordnen, ziehen',
  'tree.delete': 'löschen, Gruppe löschen, Gruppe entfernen, wegwerfen, Papierkorb, Haus löschen, abreißen',
  'tree.selectAll': 'alles auswählen, alles markieren, alle',
  'tree.expandSiblings': 'aufklappen, Ebene öffnen, ausklappen',
  'tree.expandBelow': 'alles aufklappen, alles öffnen, ganzer Baum, ausklappen',
  'tree.collapseAll': 'zuklappen, alles schließen, einklappen, aufräumen',
  'account.buy':
    'kaufen, Lizenzen kaufen, bestellen, Bestellung, einkaufen, Kauf, mehr Lizenzen, neue Lizenzen, Lizenz hinzufügen, Nachschub, aufstocken, Testlizenz, Testphase, Probe, testen, beschaffen',
  'licenses.allocate':
    'zuteilen, Zuteilung, verteilen, Verteilung, vergeben, Lizenzen vergeben, weitergeben, Lizenzen geben, Kontingent, Pool, Topf, Quote, Limit, Budget, zuweisen an Gebäude, ausgeben, bereitstellen, aufteilen',
  'licenses.takeAlong':
    'mitnehmen, reservieren, Reservierung, zurücklegen, für mich behalten, unterwegs, offline, Baustelle, vor Ort, zurückgeben, mitgenommen, zurückholen',
  'licenses.renew':
    'verlängern, Verlängerung, Lizenzen verlängern, erneuern, noch ein Jahr, ein weiteres Jahr, länger, fortsetzen, weiterlaufen, Abo, Laufzeit verlängern',
  'licenses.costs':
    'Kosten, Preis, Preise, Geld, Ausgaben, Budget, Rechnung, Abrechnung, was kostet, pro Monat, pro Jahr, Euro',
  'licenses.ownPool':
    'eigener Pool, eigene Lizenzen, Pool, beschränken, einschränken, Beschränkung, Limit, begrenzen, Obergrenze, abtrennen, Kontingent, deckeln',
  'licenses.sharedPool':
    'gemeinsamer Pool, erben, vererben, mitbenutzen, Beschränkung aufheben, kein eigenes Limit, Limit aufheben, unbeschränkt',
  'people.create':
    'neue Person, Person anlegen, Person hinzufügen, neuer Benutzer, Benutzer anlegen, Nutzer anlegen, User anlegen, neuer Bewohner, Bewohner hinzufügen, Mieter anlegen, neuer Mieter, Einzug, einziehen, neuer Mitarbeiter, Mitarbeiter anlegen, Kollege, Eintritt, einstellen, einladen, Kontakt, Mitglied, Eigentümer',
  'people.checklist':
    'Checkliste, Zugang, Abgang, Wechsel, jemand kommt, jemand geht, Eintritt, Austritt, Einarbeitung, neue Kollegin, neuer Kollege, letzter Tag, erster Tag, kündigt',
  'people.assign':
    'zuweisen, Lizenz zuweisen, Lizenz geben, Lizenz vergeben, lizenzieren, freischalten, aktivieren, Platz vergeben, Sitz, Lizenz wechseln, Lizenz ändern',
  'people.release':
    'zurücknehmen, Lizenz entziehen, Lizenz freigeben, freigeben, zurückgeben, wegnehmen, deaktivieren, Lizenz entfernen, entziehen, abmelden',
  'people.move':
    'Person verschieben, Umzug, umziehen, Wohnung wechseln, Abteilung wechseln, versetzen, andere Wohnung, Wohnungswechsel, Versetzung',
  'people.archive':
    'archivieren, Benutzer sperren, Austritt, Auszug, ausziehen, ausscheiden, verlässt, kündigt, stilllegen, inaktiv, deaktivieren, sperren, Kündigung, Mieterwechsel',
  'people.restore': 'wiederherstellen, zurückholen, reaktivieren, kommt zurück, aus dem Archiv, entsperren',
  'people.remove':
    'Person entfernen, Person löschen, Benutzer löschen, Nutzer löschen, Mieter löschen, Datenschutz, DSGVO, vergessen',
  'people.computers':
    'rechner, computer, geräte, wer ist zugelassen, laptop, schlüssel, zugang, aussperren, sperren, verloren, gestohlen, widerrufen, nachgewiesen',
  'people.letIn':
    'zulassen, einladen, einladung, qr-code, neuer rechner, zweiter rechner, sechs wörter, wörter vergleichen, zugang geben, freigeben',
  'numbers.add':
    'Nummer hinzufügen, neue Nummer, Rufnummer, Telefonnummer, Festnetz, Mobilnummer, Handynummer, SIP-Nummer, Durchwahl, Nebenstelle, Nummer eintragen',
  'numbers.addRange':
    'Nummernbereich, Bereich, Nummernblock, Rufnummernblock, SIP-Bereich, viele Nummern, Nebenstellen, Durchwahlen, von bis',
  'numbers.attach':
    'Nummer vergeben, Nummer zuweisen, Nummer geben, Nummer verbinden, Nummer zuordnen, Durchwahl zuweisen, zusätzliche Nummer, Rufnummer zuordnen, Telefon',
  'devices.register':
    'Gerät anmelden, Gerät hinzufügen, neues Gerät, Türstation, Sprechanlage, Klingel, Gegensprechanlage, Monitor, Panel, Seriennummer, registrieren, Gerät anlegen, einbauen, montieren, Innenstation',
  'edit.undo': 'rückgängig, zurücknehmen, zurück, Fehler, widerrufen, ungeschehen',
  'edit.redo': 'wiederholen, noch einmal, vorwärts, wiederherstellen, erneut',
  'edit.selected':
    'bearbeiten, Auswahl bearbeiten, mehrere ändern, Sammeländerung, Eigenschaften ändern, Massenänderung, ändern, Status ändern, Notiz, Kommentar, Bemerkung, sperren, entsperren, schützen, Schutz aufheben, Übergabe, übergeben, abschließen',
  'edit.copyRows': 'Zeilen kopieren, Tabelle kopieren, nach Excel, Zwischenablage, Tabellenkalkulation',
  'edit.pasteRows': 'Zeilen einfügen, Tabelle, Daten übernehmen, aus der Zwischenablage, aus Excel einfügen',
  'edit.import':
    'importieren, Import, Datei, Excel, CSV, XLSX, Tabelle, hochladen, Liste einlesen, Datei einlesen, Personen einlesen, laden, Daten übernehmen, Mieterliste, Kontakte, ETS, Gruppenadressen',
  'table.export':
    'exportieren, Export, Tabelle speichern, CSV, Excel, herunterladen, Liste ausgeben, Bericht, Auswertung, speichern unter, XLSX, Datei ausgeben, Download',
  'look.palette': 'Befehle, Palette, Schnellsuche, Befehl suchen',
  'look.search':
    'suchen, finden, Suche, wo ist, überall suchen, Person suchen, Nummer suchen, Seriennummer suchen, nachschlagen, wer hat',
  'look.filter': 'filtern, Filter, eingrenzen, im Baum suchen, nur zeigen',
  'look.overview': 'Übersicht, Zusammenfassung, Startseite, Überblick, auf einen Blick, Stand, Dashboard',
  'look.licenses':
    'Lizenzen, Lizenzübersicht, Pool, was ist übrig, frei, Bestand, Verbrauch, Kontingent, Plätze, Gültigkeit, verlängern, Verlängerung, erneuern, Laufzeit, Lizenztyp, Auslastung, Ressourcen, App, Schlüssel, ukey',
  'look.people': 'Personen, Benutzer, Nutzer, User, Bewohner, Mieter, Mitarbeiter, Mitglieder, Benutzerliste, Leute',
  'look.numbers': 'Nummern, Rufnummern, Telefonnummern, freie Nummern, Telefon, SIP, Durchwahlen, Nebenstellen',
  'look.devices': 'Geräte, Türstationen, Sprechanlagen, Monitore, Hardware, Seriennummern, Panels, Ausstattung',
  'look.history':
    'Verlauf, Änderungen, wer war das, Protokoll, was ist passiert, Historie, Chronik, Nachweis, Aktivität, wann',
  'look.forecast':
    'Vorschau, Zukunft, was kommt, Ausblick, Prognose, Ablauf, später, Planung, nächste Monate, läuft aus, Kalender',
  'look.portfolio':
    'Portfolio, alle Anlagen, Anlagen vergleichen, Händler, Projekte, Auswertung, Diagramme, Statistik, Ablaufkalender, Lizenzen verschieben, Lizenzen übertragen, Kosten, Übersicht der Projekte',
  'list.notSynchronised': 'nicht abgeglichen, nicht gesendet, wartend, ausstehend, offline, Ausgang, Warteschlange',
  'list.attention': 'Aufmerksamkeit, Konflikte, abgelehnt, Probleme, Fehler, Warnungen, zu tun, zu erledigen',
  'list.withoutLicense': 'ohne Lizenz, nicht lizenziert, fehlende Lizenz, Personen ohne, keine Lizenz, Lücke',
  'list.free': 'frei, unbenutzt, verfügbar, übrig, freie Lizenzen, freie Nummern, ungenutzt, Rest, leer',
  'list.expiring':
    'läuft ab, ablaufend, auslaufend, verlängern, Verlängerung, erneuern, endet, bald, fällig, Ablaufdatum, Frist, gültig bis, Ende',
  'list.short': 'knapp, über Limit, Engpass, zu wenig, fehlt, überzogen, überschritten, Mangel, reicht nicht, gesperrt',
  'list.notConfirmed': 'nicht bestätigt, Entwürfe, Entwurf, unbestätigt, eingeladen, offen, unfertig, unvollständig',
  'look.plans': 'Pläne, Plan, Szenarien, vergleichen, Vergleich, nebeneinander, Vorhaben, Vorschlag, Angebot, Planung',
  'look.whatIf': 'was wäre wenn, ausprobieren, simulieren, Simulation, planen, Plan, Szenario, Folgen, durchspielen',
  'look.treePane': 'Baum, Seitenleiste, Baum ausblenden, Baum einblenden, links, Navigation, mehr Platz',
  'look.propertiesPane': 'Eigenschaften, Details, rechts, Eigenschaften ausblenden, Seitenbereich, mehr Platz',
  'look.nextPane': 'nächster Bereich, wechseln, springen, Fokus',
  'look.previousPane': 'voriger Bereich, wechseln, zurückspringen, Fokus',
  'look.menus':
    'Sprachmenü, Sprachmenüs, IVR, Warteschlange, Hotline, Rufgruppe, Sammelruf, Ansage, Telefonmenü, Anrufverteilung, Klingelgruppe, Weiterleitung',
  'look.today': 'heute, jetzt, zurück zu heute, aktueller Tag, anderer Tag, Datum, Zeitreise',
  'look.themeLight': 'hell, heller Modus, weiß, Darstellung, Farben, Aussehen, Design',
  'look.themeDark': 'dunkel, dunkler Modus, Nachtmodus, schwarz, Darstellung, Farben, Aussehen, Dark Mode, Design',
  'look.themeSystem': 'Darstellung, automatisch, Systemfarben, Aussehen, Farben, Standard',
  'look.larger': 'größer, vergrößern, Zoom, Schriftgröße, Schrift größer, lesbar, Lupe',
  'look.smaller': 'kleiner, verkleinern, Zoom, Schriftgröße, Schrift kleiner, kompakt',
  'look.normalSize': 'normale Größe, Zoom zurücksetzen, 100 Prozent, Standardgröße',
  'look.languageSystem': 'Sprache, Systemsprache, Übersetzung',
  'look.languageEnglish': 'Englisch, Sprache, Übersetzung, English',
  'look.languageGerman': 'Deutsch, Sprache, Übersetzung',
  'look.keys': 'Tasten, Tastenkürzel, Tastatur, Kurzbefehle, Hilfe, Tastenkombinationen, Shortcuts, wie',
  'help.log': 'Protokolldatei, Fehlerbericht, Diagnose, Support, Logdatei, Problem, Störung, Fehler melden',
  'help.about': 'über, Version, welche Version, Programminfo, Aktualisierung, Update, Impressum',
  'account.synchronise':
    'abgleichen, synchronisieren, Synchronisation, aktualisieren, neu laden, senden, hochladen, Austausch, verbinden',
  'account.attention': 'Aufmerksamkeit, Konflikte, abgelehnte Änderungen, lösen, nochmal versuchen, inzwischen',
  'account.reminders':
    'Erinnerungen, Benachrichtigungen, erinnern, E-Mail, Mail, warnen, Hinweis, bevor es endet, Empfänger, Alarm',
  'account.exportReminders': 'Kalender, ICS, Outlook, Kalenderdatei, Termine, Erinnerungen exportieren',
  'account.properties':
    'Konto, Einstellungen, Optionen, Konfiguration, einrichten, Zeitzone, Firma, Kontoname, Zahlung, Zahlungsart, Rechnung, Land, Vorgaben',
  'account.contract':
    'Vertrag, Mindestlaufzeit, Bindung, Kündigungsfrist, kündigen, Mindestmenge, Gebühr, Vertragsbedingungen, Preis',
  'account.catalogue':
    'Katalog, Lizenztypen, Lizenzarten, was gibt eine Lizenz, Funktionen, Preise, Preis, Einheiten, Ressourcen, Produkte, Tarif, Tarife, Funktion, Feature',
  'account.requests':
    'Anfragen, Anbieter fragen, Lizenzen reduzieren, Lizenzen kündigen, weniger Lizenzen, Typ wechseln, Kundenbetreuung, Support, Herabstufung',
  'account.roles': 'Rollen, Rechte, Berechtigungen, Zugriff, wer darf was, eigene Rolle, Hausmeister, Techniker',
  'account.fields':
    'eigene Felder, Zusatzfelder, eigene Spalte, Spalte hinzufügen, weitere Angaben, Merkmale, Attribute, Freifelder, Kennzeichen',
  'account.administrators':
    'Administratoren, Admin, Verwalter, zum Administrator machen, Rechte geben, Inhaber, Hausverwaltung, Zugriff',
  'vendors.ringoverCompare':
    'Ringover, abgleichen, Unterschiede, Telefonanlage, Cloud-Telefonie, Anbieter, prüfen, gegenüberstellen',
  'vendors.ringoverPull':
    'Ringover, holen, abrufen, herunterladen, Konto übernehmen, Ringover verbinden, Telefonanlage, API-Schlüssel',
  'vendors.ringoverPush':
    'Ringover, senden, übertragen, hochladen, Benutzer einladen, Telefonanlage, bereitstellen, veröffentlichen',
  'vendors.panels':
    'Türstation, Sprechanlage, Gegensprechanlage, Klingel, Klingelanlage, BAS-IP, Panel beschreiben, Wohnungen übertragen, programmieren',
  'edit.export':
    'exportieren, Export, CSV, Excel, XLSX, Arbeitsmappe, Tabelle, herunterladen, Telefonbuch, vCard, Yealink, Snom, Grandstream, ganzes Konto, Liste für andere',
  'account.openFile':
    'öffnen, Datei öffnen, Projektdatei, Trellis-Datei, laden, wiederherstellen, hineinsehen, zusammenführen, Stick, USB, vom Kollegen',
  'account.saveFile':
    'speichern, speichern unter, sichern, Projektdatei, Trellis-Datei, Kopie des Kontos, Sicherung, packen, mitnehmen, Stick, USB, per Mail schicken, archivieren',
  'account.share':
    'teilen, Konto teilen, Ordner, gemeinsam, Netzlaufwerk, Dropbox, OneDrive, mehrere Computer, Team, zusammenarbeiten, zweiter Rechner, NAS',
  'account.protect':
    'schützen, sicherheit, sichern, verschlüsseln, passwort, sperren, wörter für den notfall, unterschreiben, vertrauen, datenschutz, verlorener stick',
  'account.close': 'schließen, abmelden, Konto wechseln, anderes Konto, verlassen, ausloggen, anderes öffnen',
};
