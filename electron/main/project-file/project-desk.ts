import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { done, failed, succeeded, type Result } from '#core/kernel/result';
import type { LedgerFailure, LocalLedger } from '#core/ipc/ledger-channels';
import {
  largestProject,
  type ProjectContents,
  type ProjectFailure,
  type ProjectSaveFailure,
} from '#core/ipc/project-channels';
import type { RequestOf } from '#core/ipc/channels';
import { dayIn } from '../calendar-day';
import { writeChosenFile, fileNameOf } from '../files/chosen-file';
import type { AskedFile } from '../ipc/export-handlers';
import type { Caller, Handlers } from '../ipc/handlers';
import { admissible, besideKept, bothTogether, contentsIn } from '../ledger/ledger-contents';
import type { LedgerDesk } from '../ledger/ledger-desk';
import { isGrantFileName } from '#core/ledger/file-names';
import { largestGrantFile } from '#core/ledger/grant-file';
import { mainTexts } from '../texts';
import { actsOfContinued, actsOfCopy } from './copied-acts';
import type { OpenedProject, ProjectAnswers, ProjectRequest } from './project-service';

type GivenKind = RequestOf<'project.given'>['kind'];

/** A request that is being answered elsewhere; `null`: given up, or its process ended. */
export interface Asking<Answer> {
  readonly answer: Promise<Answer | null>;
  readonly giveUp: () => void;
}

export type AskProject = <Kind extends ProjectRequest['kind']>(
  request: Extract<ProjectRequest, { readonly kind: Kind }>,
) => Asking<ProjectAnswers[Kind]>;

export interface ProjectDeskParts {
  readonly desk: Pick<LedgerDesk, 'look' | 'takeIn'>;
  readonly ask: AskProject;
  /** The path that the person chose, `null` when they cancelled. The window never names one. */
  readonly askForFile: (asked: AskedFile, caller: Caller) => Promise<string | null>;
  /** The window is to ask for the file that was given. */
  readonly onGiven: () => void;
}

/** Saves the open account as a file, and brings files to what is kept here. */
export class ProjectDesk {
  private readonly looked = new Map<string, OpenedProject>();
  private readonly asking = new Map<string, Asking<unknown>>();
  private readonly given = new Map<GivenKind, string>();

  constructor(private readonly parts: ProjectDeskParts) {}

  /** Notes a file that the person opened outside of the window: by a double click, or on the command line. */
  give(file: string | null): void {
    if (file === null) return;
    this.given.set(isGrantFileName(file) ? 'grant' : 'project', file);
    this.parts.onGiven();
  }

  handlers(): Handlers<'project.'> {
    return {
      'project.save': (request, caller) => this.save(request, caller),
      'project.look': (request) => this.look(request),
      'project.take': ({ id, as, by }) => this.take(id, as, by),
      'project.goOn': ({ ledger }) => this.goOn(ledger),
      'project.close': ({ id }) => {
        this.close(id);
        return done;
      },
      'project.given': async ({ kind }) => {
        const file = this.given.get(kind);
        this.given.delete(kind);
        if (file === undefined) return succeeded(null);
        const bytes = await readGiven(file, kind === 'grant' ? largestGrantFile : largestProject);
        return succeeded({ name: path.basename(file), bytes });
      },
    };
  }

  closeAll(): void {
    for (const id of [...this.asking.keys(), ...this.looked.keys()]) this.close(id);
  }

  private async save(
    { ledger, name, groupId, by, timeZone, passphrase }: RequestOf<'project.save'>,
    caller: Caller,
  ): Promise<Result<{ readonly bytes: number } | null, ProjectSaveFailure>> {
    const contents = await this.parts.desk.look(ledger, contentsIn);
    if (contents === null) return failed({ kind: 'unknown-ledger' });
    if (!contents.ok) return failed({ kind: 'not-ready' });
    const { beginning, entries, waiting } = contents.value;
    const group = groupId === null ? null : { id: groupId, by, day: dayIn(timeZone, Date.now()) };
    const packed = await this.parts.ask<'pack'>({
      ...{ kind: 'pack', ledger, name, beginning, entries, waiting, group, passphrase },
    }).answer;
    if (packed === null) return failed({ kind: 'not-ready' });
    if (!packed.ok) return packed;
    const { saveTitle, fileKind } = mainTexts().project;
    const asked = { title: saveTitle, kind: fileKind, name: fileNameOf(name, 'trellis'), extension: 'trellis' };
    const file = await this.parts.askForFile(asked, caller);
    if (file === null) return succeeded(null);
    const failure = await writeChosenFile(file, packed.value);
    return failure === null ? succeeded({ bytes: packed.value.length }) : failed(failure);
  }

  private async look({ id, bytes, passphrase, restore }: RequestOf<'project.look'>): Promise<LookAnswer> {
    this.close(id);
    const upTo = restore?.upTo ?? null;
    const opened = await this.askAs<'open'>(id, { kind: 'open', bytes, passphrase, upTo });
    if (opened === null) return failed({ kind: 'unreadable', failure: { code: 'CANCELLED' } });
    if (!opened.ok) return failed({ kind: 'unreadable', failure: opened.failure });
    const project = opened.value;
    const { manifest, entries, waiting } = project;
    const beside = await this.parts.desk.look(manifest.ledger, async (journal) => {
      const here = await contentsIn(journal);
      const brought = here.ok ? admissible(here.value, project) : project;
      const kept = besideKept(journal, brought);
      // Restored beside what is here, nothing is brought together.
      if (restore !== null) return { kept, compared: here.ok ? { before: here.value, after: project } : null };
      const isMore = kept.kind === 'kept' && kept.commits + kept.waiting > 0;
      const after = isMore && here.ok ? bothTogether(here.value, journal, brought) : null;
      return { kept, compared: after === null || !here.ok ? null : { before: here.value, after } };
    });
    const changes =
      beside?.compared == null
        ? null
        : await this.askAs<'compare'>(id, { kind: 'compare', ledger: manifest.ledger, ...beside.compared });
    this.looked.set(id, project);
    const { ledger, name, kind } = manifest;
    const { isNewer, isSealed, isProtected, last, outline } = project;
    return succeeded({
      ...{ ledger, name, kind, isNewer, isSealed, isProtected, last, outline, changes },
      isShortened: project.beginning !== null,
      commits: entries.length,
      waiting: waiting.length,
      void: project.refused.length,
      steps: restore === null ? [] : project.steps,
      here: kind === 'view' || isNewer ? { kind: 'absent' } : (beside?.kept ?? { kind: 'absent' }),
    });
  }

  private async take(
    id: string,
    as: 'itself' | 'copy',
    by: string | null,
  ): Promise<Result<LocalLedger, LedgerFailure>> {
    const project = this.looked.get(id);
    this.looked.delete(id);
    if (project === undefined || project.manifest.kind === 'view' || project.isNewer)
      return failed({ kind: 'nothing-there' });
    const { ledger } = project.manifest;
    if (as === 'itself') {
      const here = await this.parts.desk.look(ledger, contentsIn);
      return this.parts.desk.takeIn(ledger, by, here?.ok === true ? admissible(here.value, project) : project);
    }
    // The signatures of a protected one are bound to it: a new account goes on from it instead.
    // Acts that wait in a file were signed by nobody.
    if (project.isProtected) return this.goOnFrom({ ...project, waiting: [] });
    const waiting = actsOfCopy(project, (name) => mainTexts().project.copyName(name, project.last));
    if (waiting === null) return failed({ kind: 'nothing-there' });
    return this.parts.desk.takeIn(randomUUID(), by, { beginning: null, entries: [], waiting });
  }

  /** Begins a new account from what this computer holds of one whose keys are lost, its unsent acts too. */
  private async goOn(ledger: string): Promise<Result<LocalLedger, LedgerFailure>> {
    const contents = await this.parts.desk.look(ledger, contentsIn);
    if (contents === null) return failed({ kind: 'unknown-ledger' });
    if (!contents.ok) return contents;
    const bytes = await this.parts.ask<'bundle'>({ kind: 'bundle', ledger, name: '', ...contents.value }).answer;
    const opened =
      bytes === null
        ? null
        : await this.parts.ask<'open'>({ kind: 'open', bytes, passphrase: null, upTo: null }).answer;
    return opened?.ok === true ? this.goOnFrom(opened.value) : failed({ kind: 'nothing-there' });
  }

  private async goOnFrom(project: OpenedProject): Promise<Result<LocalLedger, LedgerFailure>> {
    const waiting = actsOfContinued(project, project.continued);
    if (waiting === null) return failed({ kind: 'nothing-there' });
    return this.parts.desk.takeIn(randomUUID(), null, { beginning: null, entries: [], waiting });
  }

  /** Asks in the name of a window's call, so that closing it ends the asking. */
  private async askAs<Kind extends ProjectRequest['kind']>(
    id: string,
    request: Extract<ProjectRequest, { readonly kind: Kind }>,
  ): Promise<ProjectAnswers[Kind] | null> {
    const asking = this.parts.ask<Kind>(request);
    this.asking.set(id, asking);
    const answer = await asking.answer;
    if (this.asking.get(id) === asking) this.asking.delete(id);
    return answer;
  }

  private close(id: string): void {
    this.asking.get(id)?.giveUp();
    this.asking.delete(id);
    this.looked.delete(id);
  }
}

type LookAnswer = Result<ProjectContents, { readonly kind: 'unreadable'; readonly failure: ProjectFailure }>;

/** Bytes of a file that was given; `null` where it cannot be read, or is larger than any project file. */
async function readGiven(file: string, largest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { size } = await stat(file);
    return size > largest ? null : new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
