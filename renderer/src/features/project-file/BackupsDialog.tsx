import { ArchiveRestore } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useBackups, type BackupCounts } from '../../state/backup-hooks';
import type { GivenFile } from '../../state/project-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Notice } from '../../ui/Notice';
import { NumberField } from '../../ui/NumberField';

const spans = ['hourly', 'daily', 'weekly'] as const satisfies readonly (keyof BackupCounts)[];
const most = 500;

/** Backups of the open account: what there is, one more, how many are kept and where. */
export function BackupsDialog({
  ledger,
  onLook,
  onClose,
}: {
  readonly ledger: string;
  readonly onLook: (given: GivenFile) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text, moment, number } = useText();
  const { backups, make, read, keep, setFolder } = useBackups(ledger);
  const [problem, setProblem] = useState<'full' | 'unwritable' | 'other' | null>(null);
  const [isMaking, setMaking] = useState(false);

  async function makeOne(): Promise<void> {
    setMaking(true);
    const failure = await make();
    setMaking(false);
    setProblem(failure === null || failure === 'full' || failure === 'unwritable' ? failure : 'other');
  }

  return (
    <Dialog
      help="backups"
      title={text('backups.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.close')}</Button>
          <Button tone="primary" isDisabled={isMaking} onPress={() => void makeOne()}>
            {text('backups.make')}
          </Button>
        </>
      }
    >
      <div className="project-fields">
        <p className="quiet project-facts">{text('backups.lead')}</p>
        {problem === null ? null : (
          <Notice tone="refusal" title={text('backups.notMade')} isLive>
            {text(`backups.notMade.${problem}`)}
          </Notice>
        )}
        {backups === null || backups.backups.length > 0 ? (
          <div className="project-outline" tabIndex={0} role="region" aria-label={text('backups.list')}>
            <ul>
              {(backups?.backups ?? []).map((backup) => (
                <li key={backup.name} className="backup-line">
                  <span>{moment(backup.at)}</span>
                  <span className="quiet">
                    {text('backups.size', { kilobytes: number(Math.ceil(backup.bytes / 1024)) })}
                    {backup.isByHand ? ` · ${text('backups.byHand')}` : ''}
                  </span>
                  <Button size="small" onPress={() => void read(backup).then(onLook)}>
                    {text('backups.look')}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <EmptyState icon={ArchiveRestore} title={text('backups.none')}>
            {text('backups.noneHelp')}
          </EmptyState>
        )}
        {backups === null ? null : (
          <>
            <p className="field-label" id="backup-counts">
              {text('backups.counts')}
            </p>
            <div className="backup-counts" role="group" aria-labelledby="backup-counts">
              {spans.map((span) => (
                <NumberField
                  key={span}
                  label={text(`backups.${span}`)}
                  value={backups.counts[span]}
                  least={0}
                  most={most}
                  onChange={(count) => void keep({ ...backups.counts, [span]: count ?? 0 })}
                />
              ))}
            </div>
            <div className="backup-folder">
              <p className="quiet project-facts selectable">{text('backups.folder', { folder: backups.folder })}</p>
              <Button size="small" tone="quiet" onPress={() => void setFolder('chosen')}>
                {text('backups.otherFolder')}
              </Button>
              {backups.isUsualFolder ? null : (
                <Button size="small" tone="quiet" onPress={() => void setFolder('usual')}>
                  {text('backups.usualFolder')}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
