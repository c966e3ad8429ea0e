import { ArrowRight } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import type { BlockAnswer } from '#core/queries/blocks';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { ComboBox } from '../../ui/ComboBox';
import { FigureTable } from '../../ui/FigureTable';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { ActDialog, PreviewLines } from '../../parts/acting';
import { windowWords } from './license-words';
import { movableBlocks, moveUnits, poolsToMoveTo, wayBetween, type Way } from './move-units';

const nothing: readonly BlockAnswer[] = [];

/** The units of a type that each of the two pools has, now and then. */
function BothPools({
  from,
  to,
  block,
  units,
}: {
  readonly from: string;
  readonly to: string;
  readonly block: BlockAnswer;
  readonly units: number;
}): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const { today } = useDay();
  const pools = [useAnswer('pool', { groupId: from }, today), useAnswer('pool', { groupId: to }, today)];
  return (
    <FigureTable>
      <thead>
        <tr>
          <th scope="col">{names.type(block.typeId)}</th>
          <th scope="col">{text('moveLicenses.now')}</th>
          <th scope="col">
            <span className="visually-hidden">{text('moveLicenses.becomes')}</span>
          </th>
          <th scope="col">{text('moveLicenses.then')}</th>
        </tr>
      </thead>
      <tbody>
        {[
          { id: from, change: -units },
          { id: to, change: units },
        ].map(({ id, change }, index) => {
          const pool = pools[index];
          const has = pool === undefined || isRefused(pool) ? 0 : (pool.types[block.typeId]?.nominal ?? 0);
          return (
            <tr key={id}>
              <th scope="row">{names.group(id)}</th>
              <td>{number(has)}</td>
              <td className="figure-zero">
                <ArrowRight size="1em" aria-hidden />
              </td>
              <td className="figure-strong">{number(has + change)}</td>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}

/** The pools through which units go, each of them named. */
function WayOfUnits({ way: { up, turn, down } }: { readonly way: Way }): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <p className="quiet">
      {text('moveLicenses.way')}{' '}
      {[...up, turn, ...down].map((id, index) => (
        <Fragment key={id}>
          {index === 0 ? null : <> → </>}
          <bdi>{names.group(id)}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

export interface MoveLicensesDialogProps {
  /** The pool that gives. */
  readonly poolId: string;
  /** Pools that may be offered. */
  readonly pools: readonly string[];
  readonly onClose: () => void;
}

/** Licenses from one complex to another: what both have then, and what limits, before the click; one step to take back. */
export function MoveLicensesDialog({ poolId, pools, onClose }: MoveLicensesDialogProps): ReactNode {
  const writer = useText();
  const { text, number } = writer;
  const names = useNames();
  const rows = useRows();
  const { today } = useDay();
  const blocks = useAnswer('blocks', { groupId: poolId }, today);
  const targets = poolsToMoveTo(rows, poolId, pools);
  const movable = movableBlocks(isRefused(blocks) ? nothing : blocks, today);
  const [blockId, setBlockId] = useState<string | null>(null);
  const [targetId, setTargetId] = useState<string | null>(targets.length === 1 ? (targets[0] ?? null) : null);
  const [units, setUnits] = useState<number | null>(1);
  const block = movable.find(({ id }) => id === blockId) ?? movable[0];
  // What is in use there is known by the same figures as in the portfolio.
  const portfolio = useAnswer('portfolio', { groupId: rows.row('groups', poolId)?.parentId ?? poolId }, today);
  const free =
    isRefused(portfolio) || block === undefined
      ? undefined
      : portfolio.pools.find(({ id }) => id === poolId)?.types[block.typeId]?.free;
  const isBeyond = block !== undefined && units !== null && units > block.quantity;
  const way = targetId === null ? null : wayBetween(rows, poolId, targetId);
  const row = block === undefined ? undefined : rows.row('blocks', block.id);
  const move =
    row === undefined || way === null || units === null || units === 0 || isBeyond
      ? null
      : { block: row, way, there: [...rows.rows('blocks')], units };
  const call = move === null ? null : moveUnits(move);
  const preview = usePreview(call);
  const about = { pool: names.group(poolId) };

  if (block === undefined || targets.length === 0)
    return (
      <ActDialog
        help="portfolio"
        title={text('moveLicenses.title', about)}
        call={null}
        actName={text('moveLicenses.do', { count: 0 })}
        onClose={onClose}
      >
        <p className="quiet">{text(block === undefined ? 'moveLicenses.nothing' : 'moveLicenses.nowhere', about)}</p>
      </ActDialog>
    );
  return (
    <ActDialog
      help="portfolio"
      title={text('moveLicenses.title', about)}
      call={call}
      actName={text('moveLicenses.do', { count: units ?? 0 })}
      onClose={onClose}
      hidesPreview
    >
      <ComboBox
        label={text('moveLicenses.to')}
        choices={targets.map((id) => ({ id, name: names.group(id) }))}
        value={targetId}
        onChange={setTargetId}
        autoFocus={targetId === null}
      />
      <FormColumns of="fields">
        <Select
          label={text('moveLicenses.what')}
          value={block.id}
          onChange={setBlockId}
          choices={movable.map((one) => ({
            id: one.id,
            name: text('name.block', { quantity: number(one.quantity), type: names.type(one.typeId) }),
            hint: windowWords(one, writer),
          }))}
        />
        <NumberField
          label={text('moveLicenses.quantity')}
          value={units}
          least={0}
          onChange={setUnits}
          autoFocus={targetId !== null}
          hint={
            free === undefined
              ? undefined
              : text('moveLicenses.free', { ...about, free, type: names.type(block.typeId) })
          }
          error={isBeyond ? text('moveLicenses.beyond', { quantity: block.quantity }) : undefined}
        />
      </FormColumns>
      {way === null ? null : <WayOfUnits way={way} />}
      {move === null || targetId === null ? null : (
        <BothPools from={poolId} to={targetId} block={block} units={move.units} />
      )}
      {/* That units go back to the pool above is only half of it: the figures say the whole. */}
      <PreviewLines preview={preview?.ok === true ? { ...preview, changes: [] } : preview} call={call} />
    </ActDialog>
  );
}
