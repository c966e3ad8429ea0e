import type { ReactNode } from 'react';
import { actorOf } from '#core/rules/actor';
import { may } from '#core/rules/permission';
import type { GroupRow } from '#core/model/rows';
import { useKeptDraft } from '../../state/kept-draft';
import { useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { useActing } from '../../parts/acting';
import { useCommands } from '../../parts/commands';

/** What somebody looks after, by the kind of the first group. */
const kinds = ['dealer', 'complex', 'office'] as const satisfies readonly GroupRow['kind'][];
type FirstKind = (typeof kinds)[number];

interface FirstGroup {
  readonly kind: FirstKind;
  readonly name: string;
}

/** Tells whether an account has no group yet and the person may make one. */
export function useNeedsFirstGroup(groupId: string): boolean {
  const { by } = useSession();
  return useFromRows(
    (rows) =>
      groupId === rows.root.id &&
      rows.children(groupId).length === 0 &&
      may(rows, actorOf(rows, by), 'groups', groupId),
  );
}

/** The one question that a new account asks: what somebody looks after. It makes the first group, of the kind that fits. */
export function FirstGroupCard({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const session = useSession();
  const act = useActing();
  const commands = useCommands();
  const { choose } = useChosenGroup();
  const draft = useKeptDraft<FirstGroup>('first group', { kind: 'complex', name: '' });
  const { kind, name } = draft.value;

  async function create(andGenerate: boolean): Promise<void> {
    const id = session.newId();
    const outcome = await act({ do: 'group.create', args: { id, parentId: groupId, kind, name: name.trim() } });
    if (!outcome.ok) return;
    draft.forget();
    choose(id);
    if (andGenerate) requestAnimationFrame(() => void commands.run('tree.generate'));
  }

  return (
    <Card title={text('firstGroup.title')} words={['group']}>
      <form
        className="first-group"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void create(false);
        }}
      >
        <RadioGroup<FirstKind>
          label={text('firstGroup.what')}
          value={kind}
          onChange={(chosen) => draft.set({ ...draft.value, kind: chosen })}
          choices={kinds.map((id) => ({ id, name: text(`firstGroup.${id}`), hint: text(`firstGroup.${id}.hint`) }))}
        />
        <TextField
          label={text(`firstGroup.${kind}.name`)}
          value={name}
          onChange={(typed) => draft.set({ ...draft.value, name: typed })}
        />
        <div className="overview-actions">
          <Button type="submit" tone="primary" isDisabled={name.trim() === ''}>
            {text('firstGroup.do')}
          </Button>
          {kind === 'office' ? null : (
            <Button isDisabled={name.trim() === ''} onPress={() => void create(true)}>
              {text('firstGroup.doGenerate')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
