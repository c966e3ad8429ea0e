import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Breadcrumb, Breadcrumbs, Link } from 'react-aria-components';
import { useRows } from '../state/model-hooks';
import { useChosenGroup } from '../state/view-hooks';
import { useText } from '../text/text';

/** The way from the account to the group; each step can be gone to. */
export function PathBar({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const { choose } = useChosenGroup();
  const path = [...rows.ancestry(groupId)].reverse();
  return (
    <nav className="path-bar" aria-label={text('shell.path')}>
      <Breadcrumbs className="path">
        {path.map((group, index) => (
          <Breadcrumb key={group.id} id={group.id} className="path-step">
            <Link className="path-link" onPress={() => choose(group.id)}>
              {group.name}
            </Link>
            {index < path.length - 1 ? <ChevronRight size="0.9em" aria-hidden className="path-arrow" /> : null}
          </Breadcrumb>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
