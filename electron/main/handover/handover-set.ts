import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handover } from '#core/handover/handover';
import type { HandoverFailure } from '#core/ipc/handover-channels';
import type { Language } from '#core/kernel/language';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { fileNameOf } from '../files/chosen-file';
import { errorCode } from '../stores/folder/file-failure';
import { cardsPaper } from './cards-paper';
import { overviewPaper } from './overview-paper';
import type { Paper } from './paper';
import { paperWords } from './paper-words';
import { sectionPaper } from './section-paper';

/** The way to an engine that lays out pages. */
export interface PaperPrinter {
  /** A document as PDF; `null` where it was given up, or the engine ended. */
  print(paper: Paper, signal: AbortSignal): Promise<Uint8Array | null>;
  close(): void;
}

/** Progress of a handover: papers done, of how many, and the one that is being made. */
export interface HandoverProgress {
  readonly done: number;
  readonly of: number;
  readonly name: string;
}

export interface HandoverWishes {
  readonly handover: Handover;
  readonly language: Language;
  /** Whether a card is made for each apartment. */
  readonly cards: boolean;
  /** Folder in which the folder of the papers is made. */
  readonly into: string;
  readonly onProgress: (progress: HandoverProgress) => void;
  readonly signal: AbortSignal;
}

/** Folder of the papers, and the names of its files. */
export interface HandoverSet {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Makes the papers of a handover: one document about the whole, one a section, and the cards. They stand in a folder of their
 * own once all of them are there; where it was given up, `null`, and nothing stays.
 */
export async function makeHandoverSet(
  { handover, language, cards, into, onProgress, signal }: HandoverWishes,
  printer: PaperPrinter,
): Promise<Result<HandoverSet | null, HandoverFailure>> {
  const words = paperWords(language);
  const sections = handover.sections.filter(({ places }) => places.length > 0);
  const hasCards = cards && sections.some(({ places }) => places.some(({ kind }) => kind === 'apartment'));
  const of = 1 + sections.length + (hasCards ? 2 : 0);
  const staging = path.join(into, `.${randomUUID()}.tmp`);
  const files: string[] = [];
  let done = 0;

  async function put(paper: Paper): Promise<boolean> {
    onProgress({ done, of, name: paper.name });
    const bytes = await printer.print(paper, signal);
    if (bytes === null) return false;
    const width = String(of).length;
    const file = fileNameOf(`${String(files.length + 1).padStart(width, '0')} ${paper.name}`, 'pdf');
    await writeFile(path.join(staging, file), bytes);
    files.push(file);
    done += 1;
    return true;
  }
  function footer(name: string): string {
    return [handover.name, ...(name === handover.name ? [] : [name]), words.day(handover.day)].join(' · ');
  }
  async function papers(): Promise<boolean> {
    if (!(await put({ name: words.title, html: overviewPaper(handover, language), footer: footer(words.title) })))
      return false;
    for (const one of sections)
      if (!(await put({ name: one.name, html: sectionPaper(handover, one, language), footer: footer(one.name) })))
        return false;
    if (!hasCards) return true;
    const html = await cardsPaper(handover, language, {
      onProgress: (share) => onProgress({ done: done + share, of, name: words.cards }),
      signal,
    });
    done += 1;
    return put({ name: words.cards, html, footer: null });
  }

  try {
    await mkdir(staging);
    if (!(await papers())) {
      await rm(staging, { recursive: true, force: true });
      return signal.aborted ? succeeded(null) : failed({ kind: 'not-printed' });
    }
    const folder = await freeFolder(into, `${handover.name} ${words.title} ${handover.day}`);
    await rename(staging, folder);
    return succeeded({ folder, files });
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    const code = errorCode(error);
    if (code === '') throw error;
    const detail = `The papers cannot be written (${code}).`;
    return failed({ kind: code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'unwritable', detail });
  }
}

/** A folder of that name that is not there yet. */
async function freeFolder(into: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = path.join(into, fileNameOf(number === 1 ? name : `${name} (${String(number)})`, '').slice(0, -1));
    const isTaken = await stat(folder).then(
      () => true,
      () => false,
    );
    if (!isTaken) return folder;
  }
}
