import { ArrowDownToLine, Luggage, Plus, Split, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { GroupLink } from '../../parts/groups';
import { TakeAlongDialog, TakenAlongCard } from '../reservations';
import { AllocateDialog } from './AllocateDialog';
import { BlocksCard } from './BlocksCard';
import { BuyDialog } from './BuyDialog';
import { FreeSeatsCard } from './FreeSeatsCard';
import { HoldersCard } from './HoldersCard';
import { ResourceFigures } from './PoolFigures';
import { UnitsTable } from './UnitsTable';
import { OwnPoolDialog, SharedPoolDialog } from './RestrictionDialog';
import './licenses.css';

type Asked =
  | { readonly kind: 'buy' | 'own' | 'shared' | 'takeAlong' }
  | { readonly kind: 'allocate'; readonly target: string | null };

/** Which pool the group spends, and the way to another one. */
function PoolHead({
  groupId,
  poolId,
  onAsk,
}: {
  readonly groupId: string;
  readonly poolId: string;
  readonly onAsk: (asked: Asked) => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const parentId = rows.row('groups', groupId)?.parentId ?? null;
  const group = names.group(groupId);
  const takeAlong = (
    <Button icon={Luggage} onPress={() => onAsk({ kind: 'takeAlong' })}>
      {text('takeAlong.button')}
    </Button>
  );
  if (parentId === null)
    return (
      <div className="pool-head">
        <p>{text('licenses.rootPool')}</p>
        {takeAlong}
        <Button icon={ArrowDownToLine} onPress={() => onAsk({ kind: 'allocate', target: null })}>
          {text('licenses.allocate')}
        </Button>
        <Button tone="primary" icon={Plus} onPress={() => onAsk({ kind: 'buy' })}>
          {text('licenses.buy')}
        </Button>
      </div>
    );
  const isOwn = poolId === groupId;
  return (
    <div className="pool-head">
      <p>
        {text(isOwn ? 'licenses.ownPool' : 'licenses.sharedPool', { group })}{' '}
        <GroupLink groupId={isOwn ? rows.poolOf(parentId) : poolId} />
        {isOwn ? null : <span className="quiet"> {text('licenses.wholePool')}</span>}
      </p>
      {takeAlong}
      {isOwn ? (
        <>
          <Button icon={Waypoints} onPress={() => onAsk({ kind: 'shared' })}>
            {text('licenses.makeShared')}
          </Button>
          <Button tone="primary" icon={ArrowDownToLine} onPress={() => onAsk({ kind: 'allocate', target: groupId })}>
            {text('licenses.allocate')}
          </Button>
        </>
      ) : (
        <Button icon={Split} onPress={() => onAsk({ kind: 'own' })}>
          {text('licenses.makeOwn')}
        </Button>
      )}
    </div>
  );
}

/** Shows what a group may spend, where it comes from and where it goes. */
export function LicensesTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const pool = useAnswer('pool', { groupId });
  const blocks = useAnswer('blocks', { groupId });
  const [asked, setAsked] = useState<Asked | null>(null);
  if (isRefused(pool))
    return (
      <div className="licenses">
        <Refusals refusals={pool.refusals} />
      </div>
    );
  if (isRefused(blocks))
    return (
      <div className="licenses">
        <Refusals refusals={blocks.refusals} />
      </div>
    );
  const isPool = pool.poolId === groupId;
  const close = (): void => setAsked(null);
  const allocateTo = (target: string): void => setAsked({ kind: 'allocate', target });
  return (
    <div className="licenses" tabIndex={0} aria-label={text('licenses.title')} role="region">
      <PoolHead groupId={groupId} poolId={pool.poolId} onAsk={setAsked} />
      <Card
        title={text('licenses.figures', { pool: names.group(pool.poolId) })}
        words={['here', 'givenOn', 'inUse', 'left', 'pool']}
      >
        {Object.keys(pool.types).length === 0 ? (
          <p className="quiet">{text(groupId === rows.root.id ? 'licenses.noFiguresRoot' : 'licenses.noFigures')}</p>
        ) : (
          <UnitsTable pool={pool} />
        )}
        {Object.keys(pool.resources).length === 0 ? null : <ResourceFigures pool={pool} />}
      </Card>
      <TakenAlongCard poolId={pool.poolId} />
      {isPool || blocks.length > 0 ? <BlocksCard groupId={groupId} blocks={blocks} isOwnPool={isPool} /> : null}
      {isPool ? <HoldersCard groupId={groupId} blocks={blocks} onAllocate={allocateTo} /> : null}
      {isPool ? <FreeSeatsCard poolId={pool.poolId} /> : null}
      {asked?.kind === 'buy' ? <BuyDialog rootId={groupId} onClose={close} /> : null}
      {asked?.kind === 'own' ? <OwnPoolDialog groupId={groupId} onClose={close} /> : null}
      {asked?.kind === 'takeAlong' ? <TakeAlongDialog groupId={groupId} onClose={close} /> : null}
      {asked?.kind === 'shared' ? <SharedPoolDialog groupId={groupId} onClose={close} /> : null}
      {asked?.kind === 'allocate' ? (
        <AllocateDialog poolId={groupId} initialTarget={asked.target} onClose={close} />
      ) : null}
    </div>
  );
}
