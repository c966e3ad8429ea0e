import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../files/make-folder';

/** Frames the compositor needs before what the window says is ready has been drawn. */
const settleMs = 400;

export async function writePicture(window: BrowserWindow, file: string): Promise<void> {
  window.show();
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error('the window gave an empty picture');
  await makeFolder(path.dirname(file));
  await writeFile(file, picture.toPNG());
}
