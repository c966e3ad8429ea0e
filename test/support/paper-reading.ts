import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Printed papers as programs of others read them. */
const execute = promisify(execFile);
const largestOutput = 64 * 1024 * 1024;

async function read(program: string, ...args: readonly string[]): Promise<string> {
  return (await execute(program, args, { maxBuffer: largestOutput })).stdout;
}

/** Text of each page. */
export async function pagesOf(file: string): Promise<readonly string[]> {
  return (await read('pdftotext', '-layout', file, '-')).split('\f').slice(0, -1);
}

/** Dots an inch of a usual printer of labels, and the millimetres of a label: three beside each other, eight below. */
const dotsAnInch = 203;
const label = { width: 70, height: 37.125 };

function dots(millimetres: number): number {
  return Math.round((millimetres / 25.4) * dotsAnInch);
}

/** Pictures of the labels on a sheet, by path, as a printer of labels would have them. */
export async function labelsOf(file: string, sheet: number): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trellis-labels-'));
  const pictures: string[] = [];
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 3; column += 1) {
      const picture = path.join(folder, `${String(row)}-${String(column)}`);
      const at = [dots(column * label.width), dots(row * label.height), dots(label.width), dots(label.height)].map(
        String,
      );
      const [x = '', y = '', width = '', height = ''] = at;
      const page = ['-f', String(sheet), '-l', String(sheet)];
      const part = ['-x', x, '-y', y, '-W', width, '-H', height];
      await read('pdftoppm', '-r', String(dotsAnInch), ...page, ...part, '-png', '-singlefile', file, picture);
      pictures.push(`${picture}.png`);
    }
  return pictures;
}

/** What the codes on a picture say; the program ends with 4 where there is none. */
export async function codesOn(picture: string): Promise<readonly string[]> {
  const text = await read('zbarimg', '--quiet', '--raw', picture).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 4) return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}
