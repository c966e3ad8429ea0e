/** Kinds of sheets by what their rows are about, and the fields that they may have. */
export const sheetFields = {
  people: [
    'id',
    'name',
    'firstName',
    'lastName',
    'email',
    'phone',
    'mobile',
    'sip',
    'numbers',
    'role',
    'lifecycle',
    'group',
    'groupPath',
    'license',
  ],
  groups: ['id', 'name', 'kind', 'code', 'parent', 'status', 'note', 'level1', 'level2', 'level3'],
  numbers: ['id', 'value', 'kind', 'usedBy'],
  devices: ['id', 'serial', 'model', 'group'],
  allocations: ['id', 'pool', 'type', 'quantity', 'validFrom', 'validUntil'],
} as const;

export type SheetKind = keyof typeof sheetFields;
/** A field of one's own, by its id. */
export type OwnSheetField = `own.${string}`;
export type SheetField = (typeof sheetFields)[SheetKind][number] | OwnSheetField;
export const sheetKinds = Object.keys(sheetFields) as readonly SheetKind[];

/** Fields that tell one thing from another, by which a row is known to be names of columns. */
export const keyFields: { readonly [K in SheetKind]: SheetField } = {
  people: 'name',
  groups: 'name',
  numbers: 'value',
  devices: 'serial',
  allocations: 'pool',
};

/** Fields that stand in for the one that tells things apart. */
export const otherKeys: { readonly [K in SheetKind]: readonly SheetField[] } = {
  people: ['id', 'email', 'firstName', 'lastName'],
  groups: ['id', 'level1', 'level2', 'level3'],
  numbers: ['id'],
  devices: ['id'],
  allocations: ['id'],
};

/** The fields that a table writes, in their order. */
export const writtenFields: { readonly [K in SheetKind]: readonly SheetField[] } = {
  people: ['id', 'name', 'email', 'phone', 'role', 'lifecycle', 'group', 'license'],
  groups: ['id', 'name', 'kind', 'code', 'parent', 'status', 'note'],
  numbers: ['id', 'value', 'kind', 'usedBy'],
  devices: ['id', 'serial', 'model', 'group'],
  allocations: ['id', 'pool', 'type', 'quantity', 'validFrom', 'validUntil'],
};

export function isSheetKind(text: string): text is SheetKind {
  return Object.hasOwn(sheetFields, text);
}

export function isFieldOf(kind: SheetKind, text: string): text is SheetField {
  return (sheetFields[kind] as readonly string[]).includes(text) || (kind !== 'allocations' && isOwnSheetField(text));
}

export function isOwnSheetField(text: string): text is OwnSheetField {
  return text.startsWith('own.');
}
