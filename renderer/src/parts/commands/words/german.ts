import type { CommandWords } from './command-words';

/** Words that people type in German when they mean a command: other names, and what it is good for. */
export const germanWords: CommandWords = {
  'tree.create':
    'neue Gruppe, Gruppe anlegen, Gruppe hinzufügen, neues Gebäude, Haus anlegen, neue Wohnung, Wohnung anlegen, neue Etage, Stockwerk, Eingang, neue Anlage, Wohnanlage, Büro, Abteilung anlegen, neuer Kunde, Projekt anlegen, Objekt anlegen, Händler anlegen, erstellen, einfügen, Ordner anlegen, Ordner, Unterordner, Liegenschaft, Immobilie, Standort, neuer Standort, Filiale, Niederlassung, neue Filiale, Raum, Zimmer, Treppenhaus, Aufgang, Geschoss, Kunde anlegen, Mandant, Bereich anlegen, Team anlegen, Wohneinheit, neue Wohneinheit, Haus hinzufügen, Gebäude anlegen, Bauabschnitt, Gebäude, Wohnung, Organisationseinheit, Region, Ort anlegen, Keller, Tiefgarage, Garage, Aufzug, Lift, Stellplatz, Gewerbe, Laden, Penthouse, Hausnummer, Baustelle, Apartement, Apartment, Appartement, Hochhaus',
  'tree.generate':
    'erzeugen, viele Gruppen, Serie, mehrere anlegen, auf einmal, Massenanlage, Assistent, ganzes Haus, Wohnungen erzeugen, Struktur, Etagen und Wohnungen, nummerieren, generieren, durchnummerieren, Generator, automatisch anlegen, automatisch, viele Wohnungen, Gebäudestruktur, Gebäude mit Wohnungen, Wohnungsliste erzeugen, alle Wohnungen, Massenerstellung, mehrere Wohnungen, mehrere Etagen, Etagen erzeugen, Nummernschema, stapelweise, Gebäude, Wohnung, Reihe, Nummern auslassen, Apartements, Apartments, neu nummerieren, umnummerieren, Nummerierung, Stockwerke, Geschosse, Hochhaus',
  'tree.rename':
    'umbenennen, Name ändern, anders nennen, Bezeichnung, Titel ändern, neuer Name, Namen korrigieren, Tippfehler, Beschriftung, Bezeichnung ändern',
  'tree.duplicate':
    'duplizieren, klonen, verdoppeln, noch einmal, Kopie anlegen, Gebäude duplizieren, gleiches Haus noch einmal, Haus kopieren, Kopie erstellen, nachbauen, vervielfachen, vervielfältigen',
  'tree.copy': 'kopieren, Gruppe kopieren, Zwischenablage, Haus kopieren, Gebäude kopieren, Etage kopieren',
  'tree.cut': 'ausschneiden, Zwischenablage',
  'tree.paste': 'einfügen, hier einfügen, Zwischenablage, Gruppe einfügen, Kopie einfügen',
  'tree.pasteSpecial':
    'besonders einfügen, mehrere Kopien, mehrfach einfügen, vervielfältigen, wiederholen, Etage wiederholen, Vorlage einfügen, Vorlage anwenden, in viele einfügen, mehrmals einfügen, Serie einfügen, ohne Personen, nur die Struktur',
  'tree.handOver':
    'Übergabe, übergeben, Unterlagen, drucken, PDF, Karten, QR, Etiketten, Abnahme, Kunde, abschließen, Übergabeprotokoll, Abnahmeprotokoll, Bauabnahme, Kundenunterlagen, Dokumentation, Unterschrift, unterschreiben, Aufkleber, Klebeetikett, Wohnungskarten, ausdrucken, Ausdruck, Druck, Projekt abschließen, fertigstellen, Fertigstellung, Endabnahme, Schlussbericht, Begrüßungsschreiben, Protokoll der Übergabe, Papiere, Türcode, Zugangscode, App einrichten, Willkommensbrief, Schlüsselübergabe, als PDF speichern, als PDF, Schlüsselkarte, Schlüsselkarten',
  'tree.copyTemplate':
    'Vorlage, Muster, Musterhaus, Schablone, wiederverwenden, als Vorlage speichern, Musterwohnung, Mustergeschoss, Blaupause, Standardwohnung, Struktur kopieren, Struktur als Vorlage',
  'tree.moveUp':
    'nach oben, Reihenfolge, umordnen, sortieren, höher, hoch, weiter oben, Anordnung, anordnen, Position ändern',
  'tree.moveDown':
    'nach unten, Reihenfolge, umordnen, sortieren, tiefer, runter, weiter unten, Anordnung, anordnen, Position ändern',
  'tree.moveTo':
    'verschieben, Gruppe verschieben, umhängen, woanders hin, andere Stelle, umziehen, umorganisieren, unterordnen, ziehen, Gebäude verschieben, Haus verschieben, Wohnung verschieben, umstrukturieren, umsortieren, einem anderen Händler zuordnen, zusammenlegen, verlagern, Drag and drop, mit der Maus ziehen, Händlerwechsel, Händler wechseln, anderem Händler geben, falsch einsortiert, falsche Stelle, einsortieren',
  'tree.delete':
    'löschen, Gruppe löschen, Gruppe entfernen, wegwerfen, Papierkorb, Haus löschen, abreißen, Gebäude löschen, Wohnung löschen, Etage löschen, Wohnung entfernen, Gebäude entfernen, vernichten, beseitigen, Anlage löschen, Gebäude',
  'tree.selectAll': 'alles auswählen, alles markieren, alle, alles wählen, gesamte Auswahl',
  'tree.expandSiblings': 'aufklappen, Ebene öffnen, ausklappen, Ebene aufklappen, Ebene ausklappen',
  'tree.expandBelow':
    'alles aufklappen, alles öffnen, ganzer Baum, ausklappen, alles ausklappen, Baum öffnen, alle Ebenen',
  'tree.collapseAll':
    'zuklappen, alles schließen, einklappen, aufräumen, alles zuklappen, alles einklappen, Baum schließen, Ebenen schließen',
  'account.buy':
    'kaufen, Lizenzen kaufen, bestellen, Bestellung, einkaufen, Kauf, mehr Lizenzen, neue Lizenzen, Lizenz hinzufügen, Nachschub, aufstocken, Testlizenz, Testphase, Probe, testen, beschaffen, Lizenzkauf, Nachbestellung, nachbestellen, nachkaufen, zukaufen, Zukauf, erwerben, Erwerb, anschaffen, Anschaffung, Lizenzen bestellen, Lizenzen erwerben, Lieferant, Bestellnummer, Auftrag, Kauf eintragen, Kauf erfassen, Test starten, Probezeit, kostenlos testen, Demo, Testversion, Testzeitraum, hinzukaufen, Bedarf, mehr bestellen, Shop, Warenkorb, hochstufen, Aufstockung, mehr Plätze',
  'licenses.allocate':
    'zuteilen, Zuteilung, verteilen, Verteilung, vergeben, Lizenzen vergeben, weitergeben, Lizenzen geben, Kontingent, Pool, Topf, Quote, Limit, Budget, zuweisen an Gebäude, ausgeben, bereitstellen, aufteilen, Lizenzzuteilung, Lizenzvergabe, Lizenzverteilung, Lizenzen umverteilen, umverteilen, Lizenz zuordnen, zuordnen, an Wohnanlage geben, an Gebäude geben, an Haus geben, Lizenzen für Gebäude, Lizenzen für Anlage, einem Haus Lizenzen geben, austeilen, zumessen, splitten, versorgen, Limit erhöhen, Kontingent erhöhen, mehr Lizenzen für Gebäude, beliefern, abgeben, Lizenzen an Kunden, auf Häuser verteilen, Lizenzbudget, herausgeben, ausliefern',
  'licenses.takeAlong':
    'mitnehmen, reservieren, Reservierung, zurücklegen, für mich behalten, unterwegs, offline, Baustelle, vor Ort, zurückgeben, mitgenommen, zurückholen, kein Internet, kein Netz, ohne Internet',
  'licenses.renew':
    'verlängern, Verlängerung, Lizenzen verlängern, erneuern, noch ein Jahr, ein weiteres Jahr, länger, fortsetzen, weiterlaufen, Abo, Laufzeit verlängern, Lizenzverlängerung, fortführen, Fortführung, Folgejahr, Folgelizenz, Anschluss, Verlängerung der Laufzeit, automatisch verlängern, Enddatum ändern, neues Enddatum, Gültigkeit verlängern, Ablauf verschieben, prolongieren, weiterführen, Abo verlängern, Abonnement, jährlich, Jahresverlängerung, nächstes Jahr, Vertragsverlängerung, Lizenzerneuerung',
  'licenses.costs':
    'Kosten, Preis, Preise, Geld, Ausgaben, Budget, Rechnung, Abrechnung, was kostet, pro Monat, pro Jahr, Euro, Währung, Kostenübersicht, Kostenbericht, Monatskosten, Jahreskosten, Kostenstelle, bezahlen, Gesamtkosten, Summe, Aufwand, Gebühren, Finanzen, Buchhaltung, teuer, was kostet das, was zahlen wir, wie teuer, Preisübersicht, Ausgabenübersicht, Umlage, Nebenkosten, Kostenaufstellung, Controlling, günstiger, billiger, sparen, Rabatt, Mehrwertsteuer, Steuer',
  'licenses.give':
    'anderem Konto geben, anderes Konto, andere Firma, Händler, Lizenzen überlassen, Distributor, Wiederverkäufer, an Händler übertragen, an Kunden, weiterverkaufen, überlassen, Überlassung, Lizenzen für ein anderes Konto',
  'licenses.accept':
    'annehmen, übernehmen, erhalten, bekommen, erhaltene Lizenzen, Datei vom Distributor, vom Händler, Quittung, Empfangsbestätigung, Lizenzen per Mail, zurückgegeben, zurückbekommen',
  'licenses.betweenAccounts':
    'zwischen Konten, überlassene Lizenzen, erhaltene Lizenzen, wer hat meine Lizenzen, weggegeben, zurückverlangen, zurückfordern, zurückgeben, Quittung, Adresse, Adressdatei, andere Konten, Distributor, Händler',
  'licenses.ownPool':
    'eigener Pool, nicht mehr teilen, nicht teilen, eigene Lizenzen, Pool, beschränken, einschränken, Beschränkung, Limit, begrenzen, Obergrenze, abtrennen, Kontingent, deckeln, Grenze setzen, Grenze, Limit setzen, Maximum, Höchstzahl, eigener Topf, eigenes Kontingent, eigenes Budget, abgrenzen, selbstständig, unabhängig machen, reservieren für Gebäude, Höchstgrenze, deckelung',
  'licenses.sharedPool':
    'gemeinsamer Pool, erben, vererben, mitbenutzen, Beschränkung aufheben, kein eigenes Limit, Limit aufheben, unbeschränkt, Grenze aufheben, gemeinsame Lizenzen, Lizenzen teilen, Lizenzen von oben, von oben nehmen, keine Grenze, unbegrenzt, Pools zusammenlegen, eigenen Pool aufgeben, gemeinsam nutzen, Einschränkung aufheben, Limit entfernen, Limit weg, Deckel entfernen, vom Übergeordneten, Pool von oben, übergeordneter Pool',
  'people.create':
    'neue Person, Person anlegen, Person hinzufügen, neuer Benutzer, Benutzer anlegen, Nutzer anlegen, User anlegen, neuer Bewohner, Bewohner hinzufügen, Mieter anlegen, neuer Mieter, Einzug, einziehen, neuer Mitarbeiter, Mitarbeiter anlegen, Kollege, Eintritt, einstellen, einladen, Kontakt, Mitglied, Eigentümer, Neuzugang, Neuer, neuer Kollege, Kollegin, Mitarbeiterin, Bewohnerin, Mieterin, Person aufnehmen, aufnehmen, Bewohner anlegen, zieht ein, neue Familie, Familienmitglied, Gast, Untermieter, Vermieter, Eigentümer anlegen, Hausmeister anlegen, Azubi, Praktikant, Neueinstellung, Einstellung, fängt an, beginnt, Stellenantritt, Onboarding, Nutzer hinzufügen, User hinzufügen, Benutzer erstellen, Person erstellen, Kontakt anlegen, jemanden hinzufügen, Name eintragen, erfassen, Person erfassen, registrieren, Mieterwechsel, Teammitglied, Angestellter, Personal aufnehmen, Bewohnerwechsel, Nachmieter, Eigentümer einer Wohnung, Werkstudent, Aushilfe',
  'people.checklist':
    'Checkliste, Zugang, Abgang, Wechsel, jemand kommt, jemand geht, Eintritt, Austritt, Einarbeitung, neue Kollegin, neuer Kollege, letzter Tag, erster Tag, kündigt, Personalwechsel, Urlaubsvertretung, Ausscheiden, Mieterwechsel, Nachmieter, Bewohnerwechsel, Elternzeit, Mutterschutz, krank, Krankheit, Sabbatical, Probezeit, Nachfolger, Nachfolgerin, Ersatz für Kollegen, Sonderurlaub',
  'people.assign':
    'zuweisen, Lizenz zuweisen, Lizenz geben, Lizenz vergeben, lizenzieren, freischalten, aktivieren, Platz vergeben, Sitz, Lizenz wechseln, Lizenz ändern, Lizenz zuordnen, Lizenz an Person, Person lizenzieren, Lizenz zuteilen an Person, Lizenz für Mitarbeiter, Lizenz für Bewohner, Lizenz vergeben an, ausstatten, berechtigen, Zugang geben, einschalten, Lizenz aktivieren, Lizenztyp ändern, Lizenztyp wechseln, Tarif wechseln, Plan wechseln, braucht Lizenz, Arbeitsplatz, Upgrade, hochstufen, Lizenz einrichten, mit Lizenz versorgen, gib eine Lizenz, Lizenz bekommen, höherer Tarif, besserer Tarif, mehr Funktionen, Lizenztyp tauschen, andere Lizenzart, Lizenzart wechseln, herabstufen',
  'people.release':
    'zurücknehmen, Lizenz entziehen, Lizenz freigeben, freigeben, zurückgeben, wegnehmen, deaktivieren, Lizenz entfernen, entziehen, abmelden, abnehmen, Lizenz abnehmen, Lizenz wegnehmen, Lizenz löschen, Lizenz zurückholen, Lizenz abziehen, abziehen, Lizenz kündigen Person, ausschalten, abschalten, Lizenz deaktivieren, Sitz freigeben, Platz freigeben, braucht keine Lizenz mehr, herunterstufen, Rückgabe, entlizenzieren, Lizenzentzug, frei machen, nicht mehr zugewiesen, Zuweisung aufheben, Zuordnung aufheben',
  'people.move':
    'Person verschieben, Umzug, umziehen, Wohnung wechseln, Abteilung wechseln, versetzen, andere Wohnung, Wohnungswechsel, Versetzung, neue Wohnung, wechselt Abteilung, Abteilungswechsel, innerhalb des Hauses umziehen, umsetzen, Umsetzung, wechselt den Standort, Standortwechsel, Teamwechsel, zieht um, anderes Büro, Person zuordnen, Mieter umziehen, Mitarbeiter wechselt, umgezogen, ist umgezogen, versetzt, Zimmer wechseln, anderes Zimmer, Wohnung tauschen',
  'people.archive':
    'archivieren, Benutzer sperren, Austritt, Auszug, ausziehen, ausscheiden, verlässt, kündigt, stilllegen, inaktiv, deaktivieren, sperren, Kündigung, Mieterwechsel, ausgeschieden, ehemalige, ehemaliger Mitarbeiter, Ex-Mitarbeiter, geht, Abgang, Abschied, letzter Tag, letzter Arbeitstag, zieht aus, Mieter zieht aus, Mietende, Wohnung räumen, entlassen, Entlassung, Rente, Elternzeit, Krankheit, ruhend, pausieren, ausblenden, Zugang sperren, Person sperren, Offboarding, Vertragsende Mitarbeiter, Person deaktivieren, beurlaubt, Ruhestand, Bewohnerwechsel, Todesfall, verstorben, Räumung, Sonderurlaub, freigestellt',
  'people.restore':
    'wiederherstellen, zurückholen, reaktivieren, kommt zurück, aus dem Archiv, entsperren, entarchivieren, wieder aktivieren, Wiedereintritt, Rückkehr, Rückkehrer, wieder da, wieder einstellen, zurückkehren, entsperren Person, Archiv öffnen',
  'people.remove':
    'Person entfernen, Person löschen, Benutzer löschen, Nutzer löschen, Mieter löschen, Datenschutz, DSGVO, vergessen, Daten löschen, Löschung, Recht auf Vergessenwerden, Mitarbeiter löschen, Bewohner löschen, Mieter entfernen, Bewohner entfernen, Mitarbeiter entfernen, endgültig löschen, Person tilgen, anonymisieren, personenbezogene Daten, User löschen, User entfernen',
  'people.computers':
    'rechner, computer, geräte, wer ist zugelassen, laptop, schlüssel, zugang, aussperren, sperren, verloren, gestohlen, widerrufen, nachgewiesen, Rechner sperren, Geräteverwaltung, Arbeitsplätze, vertrauenswürdige Geräte, Zertifikat, Fingerabdruck, Laptop verloren, Diebstahl, Rechner ausschließen, wer kann öffnen, Rechnerliste',
  'people.letIn':
    'zulassen, einladen, einladung, qr-code, neuer rechner, zweiter rechner, sechs wörter, wörter vergleichen, zugang geben, freigeben, neues Notebook, Notebook hinzufügen, Rechner hinzufügen, Rechner verbinden, koppeln, Kopplung, Computer freischalten, bestätigen, Beitritt erlauben, Zutritt, Einladungscode, zweiter Computer, Rechner freigeben, anderer Computer, Tablet verbinden, Tablet, PC verbinden, neuer PC, hereinlassen',
  'numbers.add':
    'Nummer hinzufügen, neue Nummer, Rufnummer, Telefonnummer, Festnetz, Mobilnummer, Handynummer, SIP-Nummer, Durchwahl, Nebenstelle, Nummer eintragen, Telefonnummer hinzufügen, Anschluss, neuer Anschluss, Telefonanschluss, Handy, Mobilfunk, Nummer anlegen, Nummer erfassen, Rufnummer anlegen, interne Nummer, virtuelle Nummer, Portierung, portieren, Telefon, SIM, SIM-Karte, eSIM, Fax, Faxnummer, Vorwahl, Handykarte, Notrufnummer, Rufnummer mitnehmen, Kurzwahl',
  'numbers.addRange':
    'Nummernbereich, Bereich, Nummernblock, Rufnummernblock, SIP-Bereich, viele Nummern, Nebenstellen, Durchwahlen, von bis, Nummernkreis, Rufnummernkreis, Nummernserie, Nummernplan, Rufnummernbereich, Nummernfolge, Nummernvorrat, mehrere Nummern, Nummern reservieren, Bereich anlegen, Block, virtuelle Nummern',
  'numbers.attach':
    'Nummer vergeben, Nummer zuweisen, Nummer geben, Nummer verbinden, Nummer zuordnen, Durchwahl zuweisen, zusätzliche Nummer, Rufnummer zuordnen, Telefon, Zweitnummer, zweite Nummer, weitere Nummer, noch eine Nummer, Zusatznummer, Nummer verknüpfen, Nummer an Person, Nummer für Sprachmenü, Rufnummer zuweisen, Rufnummer vergeben, Nummer ändern, Nummer wechseln, Nummer tauschen, Telefonnummer geben, Handynummer zuordnen, Nummer verbinden mit, Nummer tauschen, Nummer ändern, Nummer wegnehmen, Nummer für den Empfang, Nummer für eine Gruppe, Nummer für die Zentrale',
  'numbers.each':
    'nächste Nummer, Nummern für alle, Nummern verteilen, viele Nummern, Nummern zuordnen, Durchwahlen für alle, SIP für alle, Nummern der Reihe nach, fortlaufende Nummern, nächste freie Nummer, aus einem Bereich, Nummern vergeben, allen eine Nummer, Sammelzuordnung, jeder Wohnung eine Nummer, jedem eine Nummer, jeder eine Nummer',
  'devices.register':
    'Gerät anmelden, Gerät hinzufügen, neues Gerät, Türstation, Sprechanlage, Klingel, Gegensprechanlage, Monitor, Panel, Seriennummer, registrieren, Gerät anlegen, einbauen, montieren, Innenstation, Kamera, Videosprechanlage, Außenstation, Klingelanlage, Türsprechanlage, Haustelefon, Gateway, Leser, Schlüsselleser, Seriennummer eingeben, Gerät erfassen, Gerät einrichten, Panel hinzufügen, Inbetriebnahme, in Betrieb nehmen, Gerät registrieren, Türöffner, anmelden, Installation, Türöffner, Klingeltableau, MAC-Adresse, IP-Adresse, Kamera, Zutritt, Lesegerät, Firmware, Gerät tauschen, Ersatzgerät, Austauschgerät, defektes Gerät, Headset, Tischtelefon, IP-Telefon, Telefonapparat, Sprechstelle, Türsprechstelle, Hörer, Handapparat, Mobilteil',
  'edit.undo':
    'rückgängig, zurücknehmen, zurück, Fehler, widerrufen, ungeschehen, Schritt zurück, letzte Aktion zurück, versehentlich gelöscht, aus Versehen, Strg Z, gelöschtes zurück, ungeschehen machen, zurücksetzen, Undo, falsch gemacht, falsch, Fehler gemacht, vertan',
  'edit.redo':
    'wiederholen, noch einmal, vorwärts, wiederherstellen, erneut, Strg Y, doch wieder, wieder ausführen, Schritt vor, Redo, nochmals',
  'edit.selected':
    'bearbeiten, Auswahl bearbeiten, mehrere ändern, Sammeländerung, Eigenschaften ändern, Massenänderung, ändern, Status ändern, Notiz, Kommentar, Bemerkung, sperren, entsperren, schützen, Schutz aufheben, Übergabe, übergeben, abschließen, Gebäude sperren, Haus sperren, Wohnung sperren, Gruppe sperren, Gebäude schützen, Status setzen, Notiz schreiben, Anmerkung, Kürzel, mehrere bearbeiten, viele ändern, alle ändern, Eigenschaften bearbeiten, als übergeben markieren, in Betrieb setzen, bestätigen, Entwurf bestätigen, gesammelt ändern, gemeinsam ändern, Mehrfachbearbeitung, Serienänderung, CRM, Power Dialer, Kampagnen',
  'edit.copyRows':
    'Zeilen kopieren, Tabelle kopieren, nach Excel, Zwischenablage, Tabellenkalkulation, Liste kopieren, Auswahl kopieren, Zellen kopieren, in Excel übernehmen, in die Zwischenablage',
  'edit.pasteRows':
    'Zeilen einfügen, Tabelle, Daten übernehmen, aus der Zwischenablage, aus Excel einfügen, Liste einfügen, Tabelle einfügen, Zellen einfügen, aus Tabelle einfügen, viele Personen auf einmal, viele Nummern auf einmal, Daten einfügen',
  'edit.import':
    'importieren, Import, Datei, Excel, CSV, XLSX, Tabelle, hochladen, Liste einlesen, Datei einlesen, Personen einlesen, laden, Daten übernehmen, Mieterliste, Kontakte, ETS, Gruppenadressen, Adressbuch, vCard, KNX, Gira, Datei öffnen, Personen importieren, Benutzer importieren, Bewohner importieren, Mieter importieren, Nummern importieren, Geräte importieren, Wohnungen importieren, CSV importieren, Datenübernahme, Datenimport, Umstieg, Migration, migrieren, einspielen, einlesen, Excel einlesen, Bewohnerliste einlesen, Telefonbuch importieren, Active Directory, Exportdatei',
  'table.export':
    'exportieren, Export, Tabelle speichern, CSV, Excel, herunterladen, Liste ausgeben, Bericht, Auswertung, speichern unter, XLSX, Datei ausgeben, Download, Backup, Datensicherung, Telefonliste, Mitarbeiterliste, Bewohnerliste, Mieterliste ausgeben, Liste speichern, Liste drucken, Tabelle drucken, als Excel speichern, als CSV speichern, Datenexport, Daten ausgeben, Personen exportieren, Nummern exportieren, Lizenzen exportieren, Telefonbuch, Adressliste, rausziehen, weitergeben an Buchhaltung, Liste verschicken, Serienbrief',
  'look.palette':
    'Befehle, Palette, Schnellsuche, Befehl suchen, Befehlspalette, Schnellzugriff, etwas tun, Aktion ausführen, Schnellstart, springen, gehe zu',
  'look.search':
    'suchen, finden, Suche, wo ist, überall suchen, Person suchen, Nummer suchen, Seriennummer suchen, nachschlagen, wer hat, Wohnung suchen, Gerät suchen, Gruppe suchen, Telefonnummer suchen, wer ist, wem gehört die Nummer, welche Wohnung, Volltextsuche, stöbern, Code scannen, Suchfeld, alles durchsuchen, verschwunden, nicht mehr da, weg, springen, gehe zu',
  'look.filter':
    'filtern, Filter, eingrenzen, im Baum suchen, nur zeigen, Baum durchsuchen, nur anzeigen, ausfiltern, Schnellfilter, Gruppe filtern',
  'look.overview':
    'Übersicht, Zusammenfassung, Startseite, Überblick, auf einen Blick, Stand, Dashboard, Hauptseite, Startbildschirm, Allgemein, Kennzahlen, Kurzübersicht, Willkommen',
  'look.licenses':
    'Lizenzen, Lizenzübersicht, Pool, was ist übrig, frei, Bestand, Verbrauch, Kontingent, Plätze, Gültigkeit, verlängern, Verlängerung, erneuern, Laufzeit, Lizenztyp, Auslastung, Ressourcen, App, Schlüssel, ukey, Lizenzbestand, Restlizenzen, verbleibende Lizenzen, wie viele Lizenzen, Lizenzliste, Lizenzstand, Lizenzverbrauch, Kontingente, meine Lizenzen, Lizenzen ansehen, Lizenzen anzeigen, gültig bis, Einheiten, mobile Schlüssel, virtuelle Nummern, App-Installationen, SIP-Trunk, Vorrat, Lizenzkonto, Abonnements, Restbestand, Chip, Transponder, Schlüsselchip, Zutrittschip, elektronischer Schlüssel, App-Zugang, Nutzung',
  'look.people':
    'Personen, Benutzer, Nutzer, User, Bewohner, Mieter, Mitarbeiter, Mitglieder, Benutzerliste, Leute, Belegschaft, Personal, Mitarbeiterliste, Bewohnerliste, Mieterliste, Einwohner, wer wohnt hier, wer arbeitet hier, Personenliste, Teilnehmer, Adressbuch, Angestellte, Kollegen, Nutzerliste, Userliste, Personenverzeichnis, alle Personen, Bewohnerin, Mitarbeiterin',
  'look.numbers':
    'Nummern, Rufnummern, Telefonnummern, freie Nummern, Telefon, SIP, Durchwahlen, Nebenstellen, Nummernliste, Telefonliste, Telefonverzeichnis, Rufnummernliste, alle Nummern, wer hat welche Nummer, belegte Nummern, Rufnummernübersicht, Anschlüsse, Nummer entfernen, Nummer löschen, Nummer wegnehmen, Nummer ändern',
  'look.devices':
    'Geräte, Türstationen, Sprechanlagen, Monitore, Hardware, Seriennummern, Panels, Ausstattung, Geräteliste, Geräteübersicht, Gerätebestand, alle Geräte, Kameras, Anlagentechnik, Firmware, Firmwarestand, IP-Adressen, defekt, Gerät tauschen',
  'look.history':
    'Verlauf, Änderungen, wer war das, Protokoll, was ist passiert, Historie, Chronik, Nachweis, Aktivität, wann, Änderungsverlauf, Änderungsprotokoll, wer hat geändert, wer hat gelöscht, wann geändert, Aktivitäten, Ereignisse, Vergangenheit, Nachvollziehen, nachvollziehbar, Revision, Aufzeichnung, Logbuch, frühere Änderungen, Aktivitätsprotokoll, Änderungen ansehen, frühere Stände, verschwunden, letzte Änderung, letzte Änderungen, nachverfolgen, Nachverfolgung',
  'look.forecast':
    'Vorschau, Zukunft, was kommt, Ausblick, Prognose, Ablauf, später, Planung, nächste Monate, läuft aus, Kalender, Terminübersicht, kommende Änderungen, nächstes Jahr, demnächst, bald, was passiert, was endet, Enden, ablaufende Lizenzen, abgelaufen, kommende Abläufe, Vorhersage, Agenda, Zeitplan, Ausblick auf das Jahr',
  'look.portfolio':
    'Portfolio, alle Anlagen, Anlagen vergleichen, Händler, Projekte, Auswertung, Diagramme, Statistik, Ablaufkalender, Lizenzen verschieben, Lizenzen übertragen, Kosten, Übersicht der Projekte, Kennzahlen, Lizenzen umbuchen, umbuchen, Umbuchung, Lizenzen verschieben zwischen Anlagen, alle Gebäude, alle Kunden, alle Standorte, Kundenübersicht, Projektliste, Projektübersicht, Anlagenübersicht, Vergleich, Rangliste, Grafik, Balkendiagramm, Kreisdiagramm, Lizenzen tauschen, umverteilen zwischen Anlagen, Händlerübersicht, Managementübersicht, Berichtswesen, Objektliste, Bestandsübersicht, Wohnanlagen, Auslastungsdiagramm, Nutzung',
  'list.notSynchronised':
    'nicht abgeglichen, nicht gesendet, wartend, ausstehend, offline, Ausgang, Warteschlange, nicht hochgeladen, noch nicht übertragen, zu senden, Postausgang, was andere nicht sehen, ungesendet, kein Internet, Internet weg, nicht gespeichert, ungespeichert',
  'list.attention':
    'Aufmerksamkeit, Konflikte, abgelehnt, Probleme, Fehler, Warnungen, zu tun, zu erledigen, Aufgaben, Aufgabe, To-do, Todo, Zu-tun-Liste, offene Punkte, was ist falsch, Ärger, Fehlermeldung, Fehlerliste, Störungen, Kollision, Zusammenstoß, nicht übernommen, was muss ich tun, was ist zu tun, verworfen, verworfene Änderungen',
  'list.withoutLicense':
    'ohne Lizenz, nicht lizenziert, fehlende Lizenz, Personen ohne, keine Lizenz, Lücke, wer hat keine Lizenz, unversorgt, Personen ohne Lizenz, nicht versorgt, braucht Lizenz, Lizenz fehlt, fehlende Lizenzen, lizenzlos',
  'list.free':
    'frei, unbenutzt, verfügbar, übrig, freie Lizenzen, freie Nummern, ungenutzt, Rest, leer, was ist frei, freie Plätze, unbenutzte Lizenzen, unbenutzte Nummern, Restbestand, Leerstand, nicht vergeben, überzählig, Reserve, brachliegend, nicht genutzt, Überschuss, wie viele sind noch da',
  'list.expiring':
    'läuft ab, ablaufend, auslaufend, verlängern, Verlängerung, erneuern, endet, bald, fällig, Ablaufdatum, Frist, gültig bis, Ende, Laufzeitende, bald ablaufend, endet bald, was endet, Lizenzende, Ablauf, nächste Abläufe, ablaufende Lizenzen, Verfall, verfallen, verfällt, Enddatum, Fälligkeit, abgelaufen, endet diesen Monat, abgelaufene Lizenzen',
  'list.short':
    'knapp, über Limit, Engpass, zu wenig, fehlt, überzogen, überschritten, Mangel, reicht nicht, gesperrt, überbucht, überlastet, überbelegt, Überschreitung, Grenze überschritten, Limit überschritten, Unterdeckung, nicht genug, zu viele Benutzer, Lizenzmangel, fehlende Lizenzen, Überziehung',
  'list.notConfirmed':
    'nicht bestätigt, Entwürfe, Entwurf, unbestätigt, eingeladen, offen, unfertig, unvollständig, offene Einladungen, Einladung offen, nicht angenommen, wartet auf Antwort, zu bestätigen, offene Anfragen, unbeantwortet, nicht beigetreten, Bestätigung ausstehend',
  'look.plans':
    'Pläne, Plan, Szenarien, vergleichen, Vergleich, nebeneinander, Vorhaben, Vorschlag, Angebot, Planung, Kostenvoranschlag, Angebot erstellen, günstiger, billiger, Entwurf, Entwürfe',
  'look.whatIf':
    'was wäre wenn, ausprobieren, simulieren, Simulation, planen, Plan, Szenario, Folgen, durchspielen, Auswirkungen, Auswirkung, was passiert wenn, Effekt, Probelauf, durchrechnen, Rechenbeispiel, Folgenabschätzung, Wirkung, Testlauf, Trockenlauf, ausrechnen, Planspiel, bevor ich kaufe, vor dem Kauf, vorher ausprobieren, Entwurf',
  'look.treePane':
    'Baum, Seitenleiste, Baum ausblenden, Baum einblenden, links, Navigation, mehr Platz, linke Leiste, Baumansicht, Navigationsleiste, Baum zeigen, volle Breite, Menübaum',
  'look.propertiesPane':
    'Eigenschaften, Details, rechts, Eigenschaften ausblenden, Seitenbereich, mehr Platz, rechte Leiste, Detailansicht, Eigenschaftenfenster, Infobereich rechts, Angaben zeigen, Einzelheiten',
  'look.nextPane':
    'nächster Bereich, wechseln, springen, Fokus, zum nächsten Bereich, weiter springen, anderer Bereich',
  'look.previousPane': 'voriger Bereich, wechseln, zurückspringen, Fokus, zum vorigen Bereich, zurück springen',
  'look.menus':
    'Sprachmenü, Sprachmenüs, IVR, Warteschlange, Hotline, Rufgruppe, Sammelruf, Ansage, Telefonmenü, Anrufverteilung, Klingelgruppe, Weiterleitung, Warteschleife, Sammelanschluss, Sammelnummer, Rufumleitung, Rufweiterleitung, Anrufbeantworter, Mailbox, Zentrale, Vermittlung, Empfang, Telefonzentrale, Anrufweiterleitung, eingehende Anrufe, Sprachansage, Bandansage, Rufplan, Anrufsteuerung, Menüauswahl, Servicenummer, Call-Center, Durchwahlmenü, Tastenwahl, Notruf, Begrüßung, Öffnungszeiten, AB',
  'look.today':
    'heute, jetzt, zurück zu heute, aktueller Tag, anderer Tag, Datum, Zeitreise, Tag zurücksetzen, aktuelles Datum, heutiger Tag, Tag wählen, anderen Tag ansehen, zur Gegenwart, Stichtag, anderer Tag',
  'look.themeLight':
    'hell, heller Modus, weiß, Darstellung, Farben, Aussehen, Design, heller Hintergrund, weißer Hintergrund, Tagmodus, Lightmode, helles Design, Dunkelmodus aus, Thema, Kontrast',
  'look.themeDark':
    'dunkel, dunkler Modus, Nachtmodus, schwarz, Darstellung, Farben, Aussehen, Dark Mode, Design, dunkler Hintergrund, schwarzer Hintergrund, Dunkelmodus, dunkles Design, augenschonend, Darkmode, Thema, Kontrast',
  'look.themeSystem':
    'Darstellung, automatisch, Systemfarben, Aussehen, Farben, Standard, Design automatisch, wie Windows, wie das Betriebssystem, Systemdesign, Farbschema, Thema',
  'look.larger':
    'größer, vergrößern, Zoom, Schriftgröße, Schrift größer, lesbar, Lupe, größere Schrift, Text größer, Buchstaben größer, zu klein, schlecht lesbar, Barrierefreiheit, Ansicht vergrößern, Lesbarkeit, Lesebrille, Brille, nicht lesbar',
  'look.smaller':
    'kleiner, verkleinern, Zoom, Schriftgröße, Schrift kleiner, kompakt, kleinere Schrift, Text kleiner, zu groß, mehr auf dem Bildschirm, dichter, Ansicht verkleinern',
  'look.normalSize':
    'normale Größe, Zoom zurücksetzen, 100 Prozent, Standardgröße, Originalgröße, Größe zurücksetzen, Zoom aus',
  'look.languageSystem':
    'Sprache, Systemsprache, Übersetzung, Sprache ändern, Sprache umstellen, Sprache wechseln, automatische Sprache',
  'look.languageEnglish':
    'Englisch, Sprache, Übersetzung, English, Sprache ändern, Sprache umstellen, Sprache wechseln, auf Englisch',
  'look.languageGerman':
    'Deutsch, Sprache, Übersetzung, Sprache ändern, Sprache umstellen, Sprache wechseln, auf Deutsch',
  'help.manual':
    'Hilfe, Handbuch, Anleitung, Dokumentation, Doku, Bedienungsanleitung, Gebrauchsanleitung, Erklärung, wie geht, lernen, Frage, FAQ, was ist, Einführung, nachlesen, F1, wie funktioniert das, funktioniert, wie geht das, Benutzerhandbuch, Bedienung, Benutzung, Erste Schritte, Schulung, Einstieg, Nachschlagewerk, Erläuterung, Begriffe, Begriffserklärung, Glossar, Lexikon, ich verstehe nicht, Tutorial, Beispiele, Unterstützung, Leitfaden, Wissensdatenbank, warum, was ist ein Pool, verstehe nicht, Screenreader, Maus, Bedienung mit der Maus',
  'help.tour':
    'Rundgang, Tour, Führung, erste Schritte, Einführung, Einstieg, zeig mir, Demo, Tutorial, Anfänger, Vorstellung, kennenlernen',
  'help.whatsNew':
    'Neuigkeiten, Neues, Änderungen, was ist neu, neue Funktionen, Versionshinweise, Changelog, Neuerungen, neue Version, letzte Änderungen, Verbesserungen, was hat sich geändert, Neuheiten, Release Notes',
  'look.keys':
    'Tasten, Tastenkürzel, Tastatur, Kurzbefehle, Hilfe, Tastenkombinationen, Shortcuts, wie, Tastaturkürzel, Tastenbelegung, Kurztasten, Hotkeys, Funktionstasten, Tastaturbedienung, Tastaturbefehle, Screenreader, ohne Maus',
  'help.log':
    'Protokolldatei, Fehlerbericht, Diagnose, Support, Logdatei, Problem, Störung, Fehler melden, Absturz, abgestürzt, Logdatei senden, Fehlerprotokoll, Problem melden, geht nicht, kaputt, Bug, Fehlersuche, Kundendienst, Supportdatei, Fehlermeldung, langsam, hängt, stürzt ab, funktioniert nicht',
  'help.about':
    'über, Version, welche Version, Programminfo, Aktualisierung, Update, Impressum, Programmversion, Versionsnummer, Hersteller, Softwarestand, nach Updates suchen, Copyright, Programm-Info',
  'account.synchronise':
    'abgleichen, synchronisieren, Synchronisation, aktualisieren, neu laden, senden, hochladen, Austausch, verbinden, Daten senden, Daten holen, Abgleich, Änderungen senden, Änderungen holen, Sync, neueste Daten, Stand holen, online gehen, offline, Datenabgleich, übermitteln, Übermittlung, auf den neuesten Stand, Internet weg, kein Internet, kein Netz, keine Verbindung, WLAN weg',
  'account.attention':
    'Aufmerksamkeit, Konflikte, abgelehnte Änderungen, lösen, nochmal versuchen, inzwischen, Konflikt, Konflikt lösen, Konflikte lösen, was wurde abgelehnt, Probleme zeigen, abgelehnt, Kollision, was braucht mich, nicht gespeichert, nicht übernommen, nicht behalten',
  'account.others':
    'wer noch, wer ist da, andere, Kollegen, andere Computer, Anwesenheit, wer ist online, anwesend, abwesend, zuletzt da, wer arbeitet daran, Team, andere Rechner, aktive Benutzer',
  'account.reminders':
    'Erinnerungen, Benachrichtigungen, erinnern, E-Mail, Mail, warnen, Hinweis, bevor es endet, Empfänger, Alarm, Wiedervorlage, Ablaufwarnung, Warnung vor Ablauf, Mailadresse, E-Mail-Adresse, benachrichtigen, Bescheid geben, Meldung, melden, informieren, rechtzeitig erinnern, Frühwarnung',
  'account.mail':
    'mail, e-mail, email, smtp, mailserver, mail senden, postausgang, absender, mail-einstellungen, erinnerungen senden, mail verschicken, postfach, office 365, gmail, exchange',
  'account.exportReminders':
    'Kalender, ICS, Outlook, Kalenderdatei, Termine, Erinnerungen exportieren, Terminkalender, Kalendereintrag, in Kalender übernehmen, iCal, Google Kalender, Fristen exportieren',
  'account.properties':
    'Konto, Einstellungen, Optionen, Konfiguration, einrichten, Zeitzone, Firma, Kontoname, Zahlung, Zahlungsart, Rechnung, Land, Vorgaben, Währung, Firmenname, Kontodaten, Stammdaten, Firmendaten, Unternehmen, Organisation, Kreditkarte, Lastschrift, Bankverbindung, IBAN, SEPA, Bankeinzug, bezahlen, Mahnung, Zahlungsrückstand, offene Rechnung, ausstehender Betrag, Schulden, Konto eingeschränkt, warum eingeschränkt, Rechnungsadresse, Adresse, Anschrift, Zahlungsmittel, Kontoeinstellungen, unbezahlt, nicht bezahlt, Zahlung offen, gesperrt, Konto gesperrt',
  'account.contract':
    'Vertrag, Mindestlaufzeit, Bindung, Kündigungsfrist, kündigen, Mindestmenge, Gebühr, Vertragsbedingungen, Preis, Vertragslaufzeit, Laufzeit des Vertrags, Vertragsende, Kündigungsfristen, Mindestabnahme, Rahmenvertrag, vorzeitiger Ausstieg, Ausstiegsgebühr, Vereinbarung, AGB, Konditionen, rechtlich, Lizenzvertrag',
  'account.catalogue':
    'Katalog, Lizenztypen, Lizenzarten, was gibt eine Lizenz, Funktionen, Preise, Preis, Einheiten, Ressourcen, Produkte, Tarif, Tarife, Funktion, Feature, Leistungsumfang, Leistungen, Leistung, Produktkatalog, Preisliste, Listenpreis, Paket, Pakete, Edition, Ausstattung der Lizenz, Inhalt der Lizenz, was ist enthalten, enthaltene Funktionen, Lizenzumfang, Menge je Lizenz, Ersatzlizenz, Rückfall, Merkmale, Tarifübersicht, Lizenzmodelle, Schlüssel, Chip, Transponder, CRM, Power Dialer, Kampagnen, Analyse, Auswertungsfunktion, Integrationen, Rabatt',
  'account.newType':
    'neuer Lizenztyp, eigener Lizenztyp, eigene Lizenz, Lizenztyp anlegen, Lizenzart anlegen, eigenes Produkt, Produkt anlegen, zum Katalog hinzufügen, anderer Anbieter, eigener Tarif, Tarif anlegen, neue Lizenzart, Lizenz definieren',
  'account.requests':
    'Anfragen, Anbieter fragen, Lizenzen reduzieren, Lizenzen kündigen, weniger Lizenzen, Typ wechseln, Kundenbetreuung, Support, Herabstufung, Lizenzen abbestellen, abbestellen, Abbestellung, Kundendienst, Kundenservice, Anfrage stellen, Anbieter kontaktieren, Hersteller fragen, Lieferanten fragen, Lizenzen stornieren, stornieren, Stornierung, Storno, Lizenzen zurückgeben an Anbieter, Plan wechseln, Tarif wechseln, Wunsch, Antrag, beantragen, Ticket, Anfrage genehmigen, reduzieren, verringern',
  'account.roles':
    'Rollen, Rechte, Berechtigungen, Zugriff, wer darf was, eigene Rolle, Hausmeister, Techniker, Rechteverwaltung, Rollenverwaltung, Zugriffsrechte, Nutzerrechte, Benutzerrechte, was darf ich, darf ich, Befugnis, Befugnisse, Rolle anlegen, Rolle definieren, Vollmacht, Zugriffssteuerung, Funktion im Unternehmen, Privilegien, Rechte vergeben, Rechte geben, schreibgeschützt, nur lesen, darf nicht, warum darf ich nicht, Leserechte',
  'account.fields':
    'eigene Felder, Zusatzfelder, eigene Spalte, Spalte hinzufügen, weitere Angaben, Merkmale, Attribute, Freifelder, Kennzeichen, benutzerdefiniert, benutzerdefinierte Felder, Zusatzfeld, zusätzliche Angaben, weitere Spalte, Zusatzinformation, Personalnummer, Raumnummer, Mietnummer, Kundennummer, freie Felder, Stellplatznummer, Zählernummer, Kostenstelle',
  'account.administrators':
    'Administratoren, Admin, Verwalter, zum Administrator machen, Rechte geben, Inhaber, Hausverwaltung, Zugriff, Verwalter einsetzen, Administrator ernennen, Administrator hinzufügen, Admin hinzufügen, Objektbetreuer, Objektverwalter, Verantwortlicher, verantwortlich, zuständig, Zuständigkeit, wer ist zuständig, Ansprechpartner, Vertretung, Stellvertreter, Facility-Manager, Standortleiter, Hauswart, Leitung, Betreuer, Vermieter, Hausmeister, Eigentümergemeinschaft, Rechte vergeben, Rechte geben',
  'vendors.ringoverCompare':
    'Ringover, abgleichen, Unterschiede, Telefonanlage, Cloud-Telefonie, Anbieter, prüfen, gegenüberstellen, mit Telefonanlage vergleichen, Abweichungen, Telefonanlage prüfen, Ringover prüfen, Soll-Ist',
  'vendors.ringoverPull':
    'Ringover, holen, abrufen, herunterladen, Konto übernehmen, Ringover verbinden, Telefonanlage, API-Schlüssel, aus Ringover importieren, Ringover einlesen, aus Telefonanlage holen',
  'vendors.ringoverPush':
    'Ringover, senden, übertragen, hochladen, Benutzer einladen, Telefonanlage, bereitstellen, veröffentlichen, zu Ringover übertragen, Ringover aktualisieren, in Telefonanlage schreiben, Provisionierung, provisionieren',
  'vendors.panels':
    'Türstation, Sprechanlage, Gegensprechanlage, Klingel, Klingelanlage, BAS-IP, Panel beschreiben, Wohnungen übertragen, programmieren, Türstation programmieren, Klingel programmieren, Sprechanlage programmieren, Panel programmieren, Panel konfigurieren, Klingeltableau, Klingelschild, Rufadressen, Adressen schreiben, Provisionierung, provisionieren, Türstation einrichten, Türcode, Namensschild an der Tür',
  'edit.export':
    'exportieren, Export, CSV, Excel, XLSX, Arbeitsmappe, Tabelle, herunterladen, Telefonbuch, vCard, Yealink, Snom, Grandstream, ganzes Konto, Liste für andere, Adressbuch, Kontaktliste, Liste geben, Liste erstellen',
  'account.openFile':
    'öffnen, Datei öffnen, Projektdatei, Trellis-Datei, laden, hineinsehen, zusammenführen, Stick, USB, vom Kollegen',
  'account.saveFile':
    'speichern, speichern unter, sichern, Projektdatei, Trellis-Datei, Kopie des Kontos, packen, mitnehmen, Stick, USB, per Mail schicken, archivieren',
  'account.backups':
    'Sicherung, Sicherungen, Backup, Datensicherung, wiederherstellen, zurücksetzen, früherer Stand, Datenverlust, retten, wie es war, Schnappschuss, Stand von gestern, gestern, alter Stand, Stand wiederherstellen, Daten verloren, Daten weg, alles weg',
  'account.settings':
    'Einstellungen, Optionen, Konfiguration, konfigurieren, einrichten, Voreinstellungen, Sprache, Darstellung, Schriftgröße, Hinweise, Infobereich, anpassen, Programmeinstellungen, Benutzereinstellungen, meine Einstellungen, Allgemein, Bedienoberfläche, Oberfläche, Ansicht einstellen, persönlich, Vorlieben, Systemeinstellungen, Farben, Region',
  'account.share':
    'teilen, Konto teilen, Ordner, gemeinsam, Netzlaufwerk, Dropbox, OneDrive, mehrere Computer, Team, zusammenarbeiten, zweiter Rechner, NAS, Cloud, Server, USB-Stick, USB, Stick, Nextcloud, Syncthing, Google Drive, WebDAV, PostgreSQL, Datenbank, Fileserver, Dateiserver, Homeoffice, von zu Hause, mehrere Benutzer, Mehrbenutzer, zusammen arbeiten, Kollegen Zugang geben, für Kollegen freigeben, Freigabe, gemeinsamer Zugriff, gemeinsam nutzen, zweiter Standort, ins Netz stellen',
  'account.shorten':
    'Verlauf kürzen, verkürzen, verdichten, aufräumen, bereinigen, Verlauf löschen, alte Aktionen, alte Einträge, alte Daten entfernen, Aufbewahrung, Löschfrist, DSGVO, Datenschutz, Recht auf Vergessen, personenbezogene Daten löschen, Namen löschen, kleiner machen, verkleinern, abschneiden, Speicherplatz',
  'account.turnFolder':
    'kopierter Ordner, Dropbox, OneDrive, Syncthing, Stick, Ordner auf dem Server, umstellen, umwandeln, Reihenfolge',
  'account.protect':
    'schützen, sicherheit, sichern, verschlüsseln, passwort, sperren, wörter für den notfall, unterschreiben, vertrauen, datenschutz, verlorener stick, Verschlüsselung, Passwortschutz, Zugangsschutz, Wiederherstellungswörter, Notfallwörter, Wiederherstellungsschlüssel, vertraulich, Vertraulichkeit, abschließen, absichern, Hacker, Manipulation, Schutz, Konto sperren, Geheimnis, PIN, Kennwort, Datensicherheit, Merkwörter',
  'account.lock':
    'Bildschirmsperre, Passphrase, Kennwort, alles verbergen, weggehen, Platz verlassen, Mittagspause, Pause, Mittag, sperren, Sperre, absperren',
  'account.lockAfter':
    'automatisch sperren, Leerlauf, Zeitsperre, Minuten, Kennwort, Inaktivität, Untätigkeit, nichts getan',
  'account.close':
    'schließen, abmelden, Konto wechseln, anderes Konto, verlassen, ausloggen, anderes öffnen, beenden, Programm beenden, Logout, Abmeldung, zurück zum Start, Startseite Konten, anderes Konto öffnen, neues Konto, Mandant wechseln, Firma wechseln, raus, Sitzung beenden',
};
