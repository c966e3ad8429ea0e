import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import path from 'node:path';
import type { AskedFile } from '../ipc/export-handlers';
import type { Caller } from '../ipc/handlers';

/** Asks for a file to save in a dialog of the system; `null` when the person cancels. */
export async function askForFile(
  { title, kind, name, extension, others = [] }: AskedFile,
  caller: Caller,
): Promise<string | null> {
  const options = {
    title,
    defaultPath: name,
    filters: [{ kind, extension }, ...others].map((one) => ({ name: one.kind, extensions: [one.extension] })),
  };
  const parent = BrowserWindow.getAllWindows().find((window) => window.webContents.id === caller.contentsId);
  const chosen = await (parent === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  if (chosen.canceled || chosen.filePath === undefined || chosen.filePath === '') return null;
  return path.extname(chosen.filePath) === '' ? `${chosen.filePath}.${extension}` : chosen.filePath;
}

/** Asks for a folder in a dialog of the system, which can make one; `null` when the person cancels. */
export async function askForFolder(title: string, caller: Caller): Promise<string | null> {
  const options: OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] };
  const parent = BrowserWindow.getAllWindows().find((window) => window.webContents.id === caller.contentsId);
  const chosen = await (parent === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
