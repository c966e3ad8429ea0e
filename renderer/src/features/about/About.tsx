import { useEffect, useState, type ReactNode } from 'react';
import type { AppInfo } from '#core/ipc/app-channels';
import { ask } from '../../platform/bridge';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PropertyList } from '../../ui/PropertyList';
import { useCommandHandlers } from '../../parts/commands';

const showLog = (): void => void ask('app.openLog', {});

function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => void ask('app.info', {}).then((answer) => answer.ok && setInfo(answer.value)), []);
  return (
    <Dialog
      help="trouble"
      title={text('about.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<Button onPress={showLog}>{text('about.showLog')}</Button>}
    >
      <p>{text('about.lead')}</p>
      {info === null ? null : (
        <PropertyList
          properties={[
            { id: 'version', name: text('about.version'), value: info.version },
            {
              id: 'runtime',
              name: text('about.runtime'),
              value: text(info.oldRuntime ? 'about.oldRuntime' : 'about.currentRuntime', { version: info.electron }),
            },
          ]}
        />
      )}
      <p className="quiet">{text('about.log')}</p>
    </Dialog>
  );
}

/** The commands about the program itself. */
export function About(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({
    'help.about': { run: () => setOpen(true) },
    'help.log': { run: showLog },
  });
  return isOpen ? <AboutDialog onClose={() => setOpen(false)} /> : null;
}
