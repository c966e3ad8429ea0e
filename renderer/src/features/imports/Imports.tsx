import { useEffect, useState, type ReactNode } from 'react';
import { isOwnFileName } from '#core/ledger/file-names';
import { useCommandHandlers } from '../../parts/commands';
import { useChosenGroup } from '../../state/view-hooks';
import { ImportDialog } from './ImportDialog';

/** A file in the hands of whoever drags it over the window. */
function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Importing a file into the group that is looked at: by command, or by dropping it anywhere on the window. What is dropped and is a
 * file of Trellis itself, an account or licenses, is for whoever opens those.
 */
export function Imports({ onOwnFile }: { readonly onOwnFile?: (file: File) => void }): ReactNode {
  const { groupId } = useChosenGroup();
  const [asked, setAsked] = useState<{ readonly file: File | null } | null>(null);
  useCommandHandlers({ 'edit.import': { run: () => setAsked({ file: null }) } });

  useEffect(() => {
    function onDragOver(event: DragEvent): void {
      if (holdsFiles(event)) event.preventDefault();
    }
    function onDrop(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      if (onOwnFile !== undefined && isOwnFileName(file.name)) onOwnFile(file);
      else setAsked({ file });
    }
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
    };
  }, [onOwnFile]);

  return asked === null ? null : (
    <ImportDialog
      key={asked.file === null ? 'asked' : `${asked.file.name} ${String(asked.file.lastModified)}`}
      given={asked.file}
      groupId={groupId}
      onClose={() => setAsked(null)}
    />
  );
}
