import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useChosenGroup, useSelection } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { useCommandHandlers, type CommandHandler } from '../../parts/commands';
import { EntityFinder } from '../../parts/search';
import { ChecklistDialog } from './checklist/ChecklistDialog';
import { usePeopleActs } from './use-people-acts';

type PersonAct = 'assign' | 'release' | 'number' | 'move' | 'archive' | 'restore' | 'remove';

/** A command that was given; `ids` is `null` until it is known whom it is about. */
interface Given {
  readonly act: PersonAct;
  readonly ids: readonly string[] | null;
  /** Each time it is given is another one. */
  readonly time: number;
}

/** Does the act, with the dialog that it asks with. */
function DoneWithPeople({ act, ids }: { readonly act: PersonAct; readonly ids: readonly string[] }): ReactNode {
  const acts = usePeopleActs();
  const begin = useEffectEvent(() => acts[act](ids));
  useEffect(() => begin(), []);
  return acts.dialogs;
}

/** The acts on people as commands: on whoever is selected, else on somebody who is found first. */
export function PeopleCommands(): ReactNode {
  const { text } = useText();
  const { selection } = useSelection();
  const { groupId } = useChosenGroup();
  const [checklist, setChecklist] = useState<{ readonly groupId: string; readonly userId: string | null } | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const selected = selection.kind === 'user' && selection.ids.length > 0 ? selection.ids : null;
  const command = (act: PersonAct): CommandHandler => ({
    run: () => setGiven((before) => ({ act, ids: selected, time: (before?.time ?? 0) + 1 })),
  });
  useCommandHandlers({
    'people.checklist': {
      run: () => setChecklist({ groupId, userId: selected?.length === 1 ? (selected[0] ?? null) : null }),
    },
    'people.assign': command('assign'),
    'people.release': command('release'),
    'numbers.each': command('number'),
    'people.move': command('move'),
    'people.archive': command('archive'),
    'people.restore': command('restore'),
    'people.remove': command('remove'),
  });
  if (checklist !== null) return <ChecklistDialog {...checklist} onClose={() => setChecklist(null)} />;
  if (given === null) return null;
  if (given.ids !== null) return <DoneWithPeople key={given.time} act={given.act} ids={given.ids} />;
  return (
    <Dialog help="give-a-license" title={text('palette.whoFirst')} isOpen onClose={() => setGiven(null)} size="small">
      <EntityFinder
        kind="user"
        label={text('palette.whoFirstField')}
        listLabel={text('people.title')}
        chosen={null}
        onChoose={(id) => setGiven({ ...given, ids: [id] })}
      />
    </Dialog>
  );
}
