import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ActCall } from '../../data/session';
import { usePreview } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useActing } from '../acting';
import { groupsIn, newLevel, planOf, usualLevels, type Level } from './generate-levels';
import { GenerateLevel } from './GenerateLevel';
import { GeneratePreview } from './GeneratePreview';
import { guessKind } from './kind-guess';

/** More would make typing wait; the count is still said. */
const mostPreviewed = 5_000;

export interface GenerateDialogProps {
  readonly parentId: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Makes a whole structure in one act: levels on the left, what they make on the right. */
export function GenerateDialog({ parentId, onClose, onMade }: GenerateDialogProps): ReactNode {
  const { model } = useSession();
  const { text } = useText();
  const act = useActing();
  const parent = model.row('groups', parentId);
  const nameOf = (kind: Level['kind']): string => text(`kind.${kind}`);
  const [levels, setLevels] = useState(() => usualLevels(parent?.kind ?? 'custom', nameOf));
  const plan = planOf(levels);
  const count = groupsIn(levels);
  const call: ActCall | null = plan === null ? null : { do: 'group.generate', args: { parentId, plan } };
  const preview = usePreview(call !== null && count <= mostPreviewed ? call : null);

  function changeLevel(index: number, change: Partial<Level>): void {
    setLevels(levels.map((level, position) => (position === index ? { ...level, ...change } : level)));
  }

  function addLevel(): void {
    const last = levels.at(-1);
    const [next] = usualLevels(last?.kind ?? parent?.kind ?? 'custom', nameOf);
    setLevels([...levels, next ?? newLevel(guessKind(model, parentId), 2, nameOf)]);
  }

  async function generate(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { say: true });
    if (outcome.ok) onMade();
  }

  return (
    <Dialog
      title={text('generate.title', { name: parent?.name ?? '' })}
      isOpen
      onClose={onClose}
      size="large"
      summary={<span aria-live="polite">{text('generate.total', { count })}</span>}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={call === null || preview?.ok === false} onPress={() => void generate()}>
            {text('generate.do', { count })}
          </Button>
        </>
      }
    >
      <div className="generate">
        <div className="level-list">
          {levels.map((level, index) => (
            <GenerateLevel
              key={index}
              level={level}
              number={index + 1}
              canRemove={levels.length > 1}
              onChange={(change) => changeLevel(index, change)}
              onRemove={() => setLevels(levels.filter((_, position) => position !== index))}
            />
          ))}
          <Button icon={Plus} onPress={addLevel}>{text('generate.addLevel')}</Button>
          <p className="quiet">{text('generate.nameHint')}</p>
        </div>
        <GeneratePreview preview={preview} parentId={parentId} />
      </div>
    </Dialog>
  );
}
