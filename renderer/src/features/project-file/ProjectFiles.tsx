import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { readChosenProject, useGivenFile, type GivenFile } from '../../state/project-hooks';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { BackupsDialog } from './BackupsDialog';
import { OpenProjectDialog, type TakeProject } from './OpenProjectDialog';
import { RestoreDialog } from './RestoreDialog';
import { SaveProjectDialog } from './SaveProjectDialog';

type Shown =
  | { readonly kind: 'save'; readonly groupId: string }
  | { readonly kind: 'backups' }
  | { readonly kind: 'restore'; readonly given: GivenFile }
  | { readonly kind: 'open'; readonly given: GivenFile | null };

/** Saving and opening project files, by command, by dropping one on the window, or by opening one outside of it. */
export function ProjectFiles({
  onTake,
  dropped,
  onDone,
}: {
  readonly onTake: TakeProject;
  /** A file that was dropped on the window. */
  readonly dropped: File | null;
  readonly onDone: () => void;
}): ReactNode {
  const { groupId } = useChosenGroup();
  const { ledger } = useSession();
  const [shown, setShown] = useState<Shown | null>(null);
  useGivenFile(
    'project',
    useCallback((given: GivenFile) => setShown({ kind: 'open', given }), []),
  );
  useCommandHandlers({
    'account.saveFile': { run: () => setShown({ kind: 'save', groupId }) },
    'account.openFile': { run: () => setShown({ kind: 'open', given: null }) },
    'account.backups': { run: () => setShown({ kind: 'backups' }) },
  });
  useEffect(() => {
    if (dropped !== null) void readChosenProject(dropped).then((given) => setShown({ kind: 'open', given }));
  }, [dropped]);
  function close(): void {
    setShown(null);
    onDone();
  }
  if (shown === null) return null;
  if (shown.kind === 'backups')
    return <BackupsDialog ledger={ledger} onLook={(given) => setShown({ kind: 'restore', given })} onClose={close} />;
  if (shown.kind === 'restore')
    return <RestoreDialog given={shown.given} onTake={onTake} onBack={() => setShown({ kind: 'backups' })} />;
  return shown.kind === 'save' ? (
    <SaveProjectDialog groupId={shown.groupId} onClose={close} />
  ) : (
    <OpenProjectDialog key={shown.given?.name ?? ''} given={shown.given} onTake={onTake} onClose={close} />
  );
}
