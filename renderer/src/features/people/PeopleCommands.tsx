import { useState, type ReactNode } from 'react';
import { useSelection } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { useCommandHandlers, type CommandHandler } from '../../parts/commands';
import { EntityFinder } from '../../parts/search';
import { usePeopleActs } from './use-people-acts';

type PersonAct = 'assign' | 'release' | 'move' | 'archive' | 'restore' | 'remove';

/** The acts on people as commands: on whoever is selected, else on somebody who is found first. */
export function PeopleCommands(): ReactNode {
  const { text } = useText();
  const { selection } = useSelection();
  const acts = usePeopleActs();
  const [lookingFor, setLookingFor] = useState<PersonAct | null>(null);
  const selected = selection.kind === 'user' ? selection.ids : [];
  const command = (act: PersonAct): CommandHandler => ({
    run: () => {
      if (selected.length > 0) acts[act](selected);
      else setLookingFor(act);
    },
  });
  useCommandHandlers({
    'people.assign': command('assign'),
    'people.release': command('release'),
    'people.move': command('move'),
    'people.archive': command('archive'),
    'people.restore': command('restore'),
    'people.remove': command('remove'),
  });
  return (
    <>
      {lookingFor === null ? null : (
        <Dialog title={text('palette.whoFirst')} isOpen onClose={() => setLookingFor(null)} size="small">
          <EntityFinder
            kind="user"
            label={text('palette.whoFirstField')}
            listLabel={text('people.title')}
            chosen={null}
            onChoose={(id) => {
              setLookingFor(null);
              acts[lookingFor]([id]);
            }}
          />
        </Dialog>
      )}
      {acts.dialogs}
    </>
  );
}
