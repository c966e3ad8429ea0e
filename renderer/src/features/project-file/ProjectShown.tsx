import { useState, type ReactNode } from 'react';
import type { ProjectContents, TakenAs } from '../../state/project-hooks';
import { useText, type TextKey } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice, type NoticeTone } from '../../ui/Notice';
import { RadioGroup } from '../../ui/RadioGroup';
import { Differences } from './Differences';
import { Outline } from './Outline';

/** Standing of a file beside what is here, as far as it is said in words of its own. */
type Standing = 'newer' | 'view' | 'absent' | 'parted' | 'same' | 'more';

function standingOf({ isNewer, kind, here }: ProjectContents): Standing {
  if (isNewer) return 'newer';
  if (kind === 'view') return 'view';
  if (here.kind !== 'kept') return here.kind;
  return here.commits + here.waiting === 0 ? 'same' : 'more';
}

const tones: { readonly [S in Standing]: NoticeTone } = {
  newer: 'warning',
  view: 'info',
  absent: 'info',
  parted: 'warning',
  same: 'success',
  more: 'info',
};

/** Ways to take each; without any, a file is only looked at. */
const ways: { readonly [S in Standing]: readonly TakenAs[] } = {
  newer: [],
  view: [],
  absent: ['itself'],
  parted: ['copy'],
  same: ['itself', 'copy'],
  more: ['itself', 'copy'],
};

export interface ProjectShownProps {
  readonly fileName: string;
  readonly contents: ProjectContents;
  readonly onTake: (as: TakenAs) => void;
  readonly onClose: () => void;
}

/** Shows what is in a project file and what taking it would do. */
export function ProjectShown({ fileName, contents, onTake, onClose }: ProjectShownProps): ReactNode {
  const { text, moment, number } = useText();
  const { name, outline, changes, here, last } = contents;
  const standing = standingOf(contents);
  const possible = ways[standing].filter((way) => way === 'itself' || !contents.isShortened);
  const [as, setAs] = useState<TakenAs>(possible[0] ?? 'itself');
  const counts = here.kind === 'kept' ? { commits: here.commits, waiting: here.waiting } : {};
  const facts = [
    ...(outline === null
      ? []
      : [
          text('project.counts', { groups: outline.groups, people: outline.people, devices: outline.devices }),
          ...(outline.numbers === null ? [] : [text('project.numbers', { count: outline.numbers })]),
        ]),
    ...(contents.kind === 'account' && !contents.isNewer
      ? [text('project.acts', { count: contents.commits + contents.waiting })]
      : []),
    ...(last === null ? [] : [text('project.last', { at: moment(last) })]),
  ];
  return (
    <Dialog
      help="project-files"
      title={fileName}
      isOpen
      onClose={onClose}
      summary={contents.void > 0 ? text('project.void', { count: contents.void }) : undefined}
      actions={
        <>
          <Button onPress={onClose}>{text(possible.length === 0 ? 'ui.close' : 'ui.cancel')}</Button>
          {possible.length === 0 ? null : (
            <Button tone="primary" autoFocus onPress={() => onTake(as)}>
              {text(`project.do.${as === 'copy' ? 'copy' : standing}` as TextKey)}
            </Button>
          )}
        </>
      }
    >
      <div className="project-fields">
        <div>
          <h3 className="project-name">{name === '' ? text('start.keptUnnamed') : name}</h3>
          <p className="quiet project-facts">{facts.join(' · ')}</p>
        </div>
        <Notice tone={tones[standing]} title={text(`project.standing.${standing}`, counts)}>
          {text(`project.standing.${standing}.help`, { ...counts, changes: number(changes?.length ?? 0) })}
        </Notice>
        {contents.isProtected ? <p className="quiet">{text('project.protected')}</p> : null}
        {contents.isShortened ? <p className="quiet">{text('project.shortened')}</p> : null}
        {changes === null ? null : <Differences title={text('project.changes')} differences={changes} />}
        {possible.length < 2 ? null : (
          <RadioGroup<TakenAs>
            label={text('project.as')}
            value={as}
            onChange={setAs}
            choices={possible.map((way) => ({
              id: way,
              name: text(`project.as.${way}`),
              hint: text(
                way === 'copy' && contents.isProtected ? 'project.as.copy.protected' : `project.as.${way}.hint`,
              ),
            }))}
          />
        )}
        {outline === null ? null : <Outline outline={outline} />}
      </div>
    </Dialog>
  );
}
