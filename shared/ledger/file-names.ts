/** Ending of the name of a project file, which holds a whole account. */
export const projectFileExtension = 'trellis';
/** Ending of the name of a file between two ledgers. */
export const grantFileExtension = 'trellis-grant';

/** Tells whether a file is one between two ledgers, by its name. */
export function isGrantFileName(name: string): boolean {
  return endsWith(name, grantFileExtension);
}

/** Tells whether a file is one that only Trellis writes, by its name: it is opened, where others are read as rows. */
export function isOwnFileName(name: string): boolean {
  return endsWith(name, projectFileExtension) || isGrantFileName(name);
}

function endsWith(name: string, extension: string): boolean {
  return name.toLowerCase().endsWith(`.${extension}`);
}
