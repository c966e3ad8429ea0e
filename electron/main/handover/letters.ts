import faces from '@fontsource-variable/inter/index.css?raw';
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline';
import cyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?inline';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline';
import greekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?inline';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?inline';

const files = {
  cyrillic,
  'cyrillic-ext': cyrillicExt,
  greek,
  'greek-ext': greekExt,
  latin,
  'latin-ext': latinExt,
  vietnamese,
} as const;

/** Letters of the window, which the papers are printed in: what the style names, by path. */
export const letterFiles: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries(files).map(([part, address]) => [
    `/files/inter-${part}-wght-normal.woff2`,
    Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'),
  ]),
);

/** The style that names them. */
export const lettersStyle = faces;
