import type { devicesTexts as english } from '../english/devices';
import type { Translation } from '../translation';

/** The devices tab. */
export const devicesTexts: Translation<typeof english> = {
  'devices.title': 'Geräte',
  'devices.serial': 'Seriennummer',
  'devices.model': 'Modell',
  'devices.group': 'Gruppe',
  'devices.gives': 'Gibt',
  'devices.givesUnit': '{count} × {type}',
  'devices.register': 'Gerät registrieren',
  'devices.registerDo': 'Registrieren',
  'devices.registerHint': 'Jedes Gerät gibt dem Pool von {pool} ein Link Basic, ohne Ende.',
  'devices.move': 'Verschieben nach…',
  'devices.moveTitle': '{count, plural, one {Gerät {name} verschieben nach…} other {# Geräte verschieben nach…}}',
  'devices.remove': 'Entfernen…',
  'devices.removeTitle': '{count, plural, one {Gerät {name} entfernen} other {# Geräte entfernen}}',
  'devices.removeDo': 'Entfernen',
  'devices.unitsGo': '{count, number} × {type} {count, plural, one {verlässt} other {verlassen}} den Pool von {pool}.',
  'devices.selected': '{count, plural, one {Gerät} other {# Geräte ausgewählt}}',
  'devices.place': 'Ort',
  'devices.pool': 'Pool',
  'devices.more': 'Mehr zu Geräten',
  'devices.moreText':
    'Name, Art, IP- und MAC-Adresse, Einbauort, Firmware und eine Notiz: als Spalten, und die Suche findet sie.',
  'devices.moreDo': 'Diese Felder hinzufügen',
  'devices.usual.name': 'Gerätename',
  'devices.usual.kind': 'Geräteart',
  'devices.usual.panel': 'Türstation',
  'devices.usual.monitor': 'Monitor',
  'devices.usual.lock': 'Türschloss',
  'devices.usual.address': 'IP-Adresse',
  'devices.usual.mac': 'MAC-Adresse',
  'devices.usual.position': 'Einbauort',
  'devices.usual.firmware': 'Firmwarestand',
  'devices.usual.note': 'Gerätenotiz',
  'devices.empty': 'Hier sind noch keine Geräte',
  'devices.emptyText':
    'Registrieren Sie die Türstationen und Monitore von {group}. Jedes gibt dem Pool ein kostenloses Link Basic.',
};
