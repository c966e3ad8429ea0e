import type { AccountBuilder } from '../../support/an-account';
import type { SheetContext, SheetField, SheetWords } from '#core/sheets/sheet';

export const columnNames = {
  name: ['Name'],
  email: ['E-mail', 'E-Mail', 'Mail'],
  phone: ['Phone', 'Telefon'],
  role: ['Role', 'Rolle'],
  lifecycle: ['State', 'Zustand'],
  group: ['Group', 'Gruppe'],
  license: ['License', 'Lizenz'],
  value: ['Number', 'Rufnummer'],
  kind: ['Kind', 'Art'],
  usedBy: ['Used by', 'Verwendet von'],
  serial: ['Serial number', 'Seriennummer'],
  model: ['Model', 'Modell'],
  pool: ['Pool'],
  type: ['Type', 'Typ'],
  quantity: ['Quantity', 'Anzahl'],
  validFrom: ['Valid from', 'Gültig ab'],
  validUntil: ['Valid until', 'Gültig bis'],
} as const;

const words: SheetWords = {
  roles: [
    { word: 'Resident', value: 'resident' },
    { word: 'Bewohner', value: 'resident' },
    { word: 'Concierge', value: 'concierge' },
  ],
  lifecycles: [
    { word: 'Planned', value: 'planned' },
    { word: 'Geplant', value: 'planned' },
    { word: 'Active', value: 'active' },
    { word: 'Archived', value: 'archived' },
  ],
  licenses: [
    { word: 'Ringover Smart', value: 'ringover.smart' },
    { word: 'Ringover Business', value: 'ringover.business' },
    { word: 'Link Plus', value: 'link.plus' },
  ],
  kinds: [
    { word: 'Landline', value: 'landline' },
    { word: 'Festnetz', value: 'landline' },
    { word: 'Mobile', value: 'mobile' },
    { word: 'SIP', value: 'sip' },
  ],
  nothing: ['none', 'keine', 'free'].map((word) => ({ word, value: '' })),
};

function wordFor(list: SheetWords[keyof Omit<SheetWords, 'nothing'>], value: string | undefined): string {
  return list.find((entry) => entry.value === value)?.word ?? value ?? '';
}

/** An account as a sheet is read against it, and as a table would write it. */
export function sheetContext(account: AccountBuilder, groupId: string): SheetContext {
  const rows = account.replica.model;
  function pathOf(id: string): string {
    const names: string[] = [];
    for (const group of rows.ancestry(id)) {
      if (group.id === groupId) break;
      names.push(group.name);
    }
    return names.length === 0 ? (rows.row('groups', id)?.name ?? '') : names.reverse().join(' / ');
  }
  function written(thing: string, field: SheetField): string {
    const user = rows.row('users', thing);
    const number = rows.row('numbers', thing);
    const device = rows.row('devices', thing);
    const block = rows.row('blocks', thing);
    switch (field) {
      case 'id':
        return thing;
      case 'name':
        return user?.name ?? '';
      case 'email':
        return user?.email ?? '';
      case 'phone':
        return user?.phone ?? '';
      case 'role':
        return wordFor(words.roles, user?.roleId);
      case 'lifecycle':
        return wordFor(words.lifecycles, user?.lifecycle);
      case 'license':
        return wordFor(words.licenses, rows.seatOf(thing)?.typeId);
      case 'group':
        return pathOf(user?.groupId ?? device?.groupId ?? '');
      case 'value':
        return number?.value ?? '';
      case 'kind':
        return wordFor(words.kinds, number?.kind);
      case 'usedBy':
        return (
          rows.row('users', number?.userId ?? rows.row('seats', number?.seatId ?? '')?.userId ?? '')?.name ??
          rows.row('groups', number?.groupId ?? '')?.name ??
          'free'
        );
      case 'serial':
        return device?.serial ?? '';
      case 'model':
        return device?.model ?? '';
      case 'pool':
        return pathOf(block?.groupId ?? '');
      case 'type':
        return wordFor(words.licenses, block?.typeId);
      case 'quantity':
        return String(block?.quantity ?? '');
      case 'validFrom':
        return block?.validFrom ?? '';
      case 'validUntil':
        return block?.validUntil ?? '';
    }
  }
  return { rows, groupId, words, written, newId: (row) => `new-${String(row)}` };
}
