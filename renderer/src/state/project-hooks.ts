import { useCallback, useEffect } from 'react';
import type { CallAnswer, RequestOf } from '#core/ipc/channels';
import { largestProject, type ProjectContents, type ProjectFailure } from '#core/ipc/project-channels';
import { ask, hear } from '../platform/bridge';

export type {
  ProjectContents,
  ProjectFailure,
  ProjectHere,
  ProjectOutline,
  ProjectStep,
} from '#core/ipc/project-channels';
export { shortestPassphrase } from '#core/ipc/project-channels';

/** A file by its name, with its bytes; `null` where they cannot be read. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** `itself`: brought to what is kept of its account; `copy`: as a new account with the same acts. */
export type TakenAs = RequestOf<'project.take'>['as'];

export type LookedAt =
  | { readonly ok: true; readonly id: string; readonly contents: ProjectContents }
  | { readonly ok: false; readonly failure: ProjectFailure };

/** A file that the person chose or dropped, read only as far as it can be a project file. */
export async function readChosenProject(file: File): Promise<GivenFile> {
  const bytes = file.size > largestProject ? null : await file.arrayBuffer().catch(() => null);
  return { name: file.name, bytes: bytes === null ? null : new Uint8Array(bytes) };
}

async function look(
  given: GivenFile,
  passphrase: string | null,
  signal: AbortSignal,
  restore: RequestOf<'project.look'>['restore'] = null,
): Promise<LookedAt> {
  if (given.bytes === null) return { ok: false, failure: { code: 'UNREADABLE' } };
  const id = crypto.randomUUID();
  const close = (): void => void ask('project.close', { id });
  signal.addEventListener('abort', close, { once: true });
  const looked = await ask('project.look', { id, bytes: given.bytes, passphrase, restore });
  if (looked.ok) return { ok: true, id, contents: looked.value };
  signal.removeEventListener('abort', close);
  return { ok: false, failure: looked.failure.kind === 'unreadable' ? looked.failure.failure : { code: 'CANCELLED' } };
}

/** Looks at what is in a project file, in a process of main's; main forgets it with the signal. */
export function useProjectLook(): typeof look {
  return useCallback(look, []);
}

/** Saves the open account, or what can be read of a group, as a file. */
export function useProjectSaving(): (request: RequestOf<'project.save'>) => Promise<CallAnswer<'project.save'>> {
  return useCallback((request) => ask('project.save', request), []);
}

/** Tells of a file of a kind that was opened outside of the window, by a double click or on the command line. */
export function useGivenFile(kind: RequestOf<'project.given'>['kind'], onGiven: (given: GivenFile) => void): void {
  useEffect(() => {
    const fetchGiven = (): void =>
      void ask('project.given', { kind }).then((answer) => {
        if (answer.ok && answer.value !== null) onGiven(answer.value);
      });
    fetchGiven();
    return hear('project.given', fetchGiven);
  }, [kind, onGiven]);
}
