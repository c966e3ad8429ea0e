import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { AttentionCard } from './AttentionCard';
import { ContentsCard } from './ContentsCard';
import { FirstGroupCard, useNeedsFirstGroup } from './FirstGroupCard';
import { GroupHead } from './GroupHead';
import { PoolCard } from './PoolCard';
import './overview.css';

/** Shows what a group is, what is in it, what it may spend and what needs attention. */
export function OverviewTab({ groupId }: { readonly groupId: string }): ReactNode {
  const group = useAnswer('group', { groupId });
  const needsFirst = useNeedsFirstGroup(groupId);
  if (isRefused(group))
    return (
      <div className="overview">
        <Refusals refusals={group.refusals} />
      </div>
    );
  return (
    <div className="overview" tabIndex={0}>
      <GroupHead group={group} />
      {needsFirst ? <FirstGroupCard groupId={groupId} /> : null}
      <div className="overview-cards">
        <PoolCard groupId={groupId} />
        <div className="overview-side">
          {needsFirst ? null : <ContentsCard groupId={groupId} />}
          <AttentionCard groupId={groupId} />
        </div>
      </div>
    </div>
  );
}
