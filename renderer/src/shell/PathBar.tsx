import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useFromRows } from '../state/model-hooks';
import { useChosenGroup } from '../state/view-hooks';
import { useText } from '../text/text';

interface PathStepProps {
  readonly id: string;
  readonly name: string;
  readonly isLast: boolean;
  readonly onChoose: (id: string) => void;
}

function Step({ id, name, isLast, onChoose }: PathStepProps): ReactNode {
  return (
    <li className="path-step">
      <Link
        className="path-link"
        onPress={() => onChoose(id)}
        isDisabled={isLast}
        {...(isLast ? { 'aria-current': 'page' as const } : {})}
      >
        {name}
      </Link>
      {isLast ? null : <ChevronRight size="0.9em" aria-hidden className="path-arrow" />}
    </li>
  );
}

const PathStep = memo(Step);

/** The way from the account to the group; each step can be gone to. */
export function PathBar({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const { choose } = useChosenGroup();
  const path = useFromRows((rows) => [...rows.ancestry(groupId)].reverse().map(({ id, name }) => ({ id, name })));
  return (
    <nav className="path-bar" aria-label={text('shell.path')}>
      <ol className="path">
        {path.map(({ id, name }, index) => (
          <PathStep key={id} id={id} name={name} isLast={index === path.length - 1} onChoose={choose} />
        ))}
      </ol>
    </nav>
  );
}
