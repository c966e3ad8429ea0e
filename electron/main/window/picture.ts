import type { BrowserWindow } from 'electron';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Frames the compositor needs before what the window says is ready has been drawn. */
const settleMs = 400;

export async function writePicture(window: BrowserWindow, file: string): Promise<void> {
  window.show();
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error('the window gave an empty picture');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, picture.toPNG());
}
