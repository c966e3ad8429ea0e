import { ArrowRightLeft, FileInput, Save, Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { saidOf } from '#core/ledger/grant-letters';
import type { GrantAnswer } from '#core/queries/grants';
import { useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { ExportButton, useSortedList, type ExportedTable, type ListOrder } from '../../parts/tables';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useSynchronise } from '../../state/sync-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { GiveBackDialog } from './GiveBackDialog';
import { GrantProblemNotice } from './GrantProblemNotice';
import { OwnWords } from './OwnWords';
import { PassedOn } from './PassedOn';
import { accountOf, stateOf, typeOf, type GrantState } from './grant-words';
import { useSaving, type Saving } from './use-saving';
import './grants.css';

const tones: { readonly [S in GrantState]: 'success' | 'info' | 'warning' | 'neutral' } = {
  ...{ sent: 'info', accepted: 'success', here: 'success', asked: 'warning', some: 'info', someGone: 'info' },
  ...{ back: 'neutral', gone: 'neutral', ended: 'neutral' },
};

/** Lists what was given to other accounts and came from them, with the file that is due about each. */
export function GrantsDialog({
  onClose,
  onGive,
  onAccept,
}: {
  readonly onClose: () => void;
  readonly onGive: () => void;
  readonly onAccept: () => void;
}): ReactNode {
  const { text } = useText();
  const answer = useAnswer('grants', {});
  const { id: rootId, name: ownName } = useRows().root;
  const saving = useSaving();
  const { rows: grants, button: sort } = useSortedList('grants', isRefused(answer) ? [] : answer, useGrantOrders());
  const toExport = useGrantsToExport(grants);
  return (
    <Dialog
      help="between-accounts"
      title={text('grants.title')}
      isOpen
      onClose={onClose}
      size="large"
      summary={<span role="status">{saving.said}</span>}
      actions={
        <>
          {grants.length === 0 ? null : sort}
          <ExportButton
            label={text('grants.title')}
            groupId={rootId}
            table={toExport}
            isDisabled={grants.length === 0}
          />
          <Button icon={FileInput} onPress={onAccept}>
            {text('command.acceptLicenses')}
          </Button>
          <Button tone="primary" icon={Send} onPress={onGive}>
            {text('grants.accept.give')}
          </Button>
        </>
      }
    >
      <div className="grants-page">
        {isRefused(answer) ? <Refusals refusals={answer.refusals} /> : null}
        {saving.problem === null ? null : <GrantProblemNotice problem={saving.problem} />}
        {!isRefused(answer) && grants.length === 0 ? (
          <EmptyState icon={ArrowRightLeft} title={text('grants.none')}>
            {text('grants.noneText')}
          </EmptyState>
        ) : null}
        <GrantTable grants={grants} direction="given" saving={saving} />
        <GrantTable grants={grants} direction="received" saving={saving} />
        <div className="grants-file">
          <Button icon={Save} onPress={() => void saving.save({ kind: 'address' }, ownName)}>
            {text('grants.address')}
          </Button>
          <p className="quiet">{text('grants.address.hint')}</p>
        </div>
        <OwnWords />
      </div>
    </Dialog>
  );
}

/** What licenses between accounts are sorted by, those given and those received alike. */
function useGrantOrders(): readonly ListOrder<GrantAnswer>[] {
  const { text } = useText();
  const names = useNames();
  const { today } = useDay();
  return [
    { id: 'account', name: text('grants.account'), sortBy: accountOf },
    { id: 'type', name: text('grants.type'), sortBy: (grant) => names.type(typeOf(grant)) },
    { id: 'quantity', name: text('grants.quantity'), sortBy: ({ quantity }) => quantity },
    { id: 'until', name: text('grants.days'), sortBy: ({ validUntil }) => validUntil },
    {
      id: 'state',
      name: text('grants.state'),
      sortBy: (grant) => {
        const { returned, quantity } = grant;
        return text(`grants.state.${stateOf(grant, today)}`, { returned, quantity });
      },
    },
  ];
}

/** Licenses between accounts as a file has them. */
function useGrantsToExport(grants: readonly GrantAnswer[]): () => ExportedTable {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { today } = useDay();
  return () => ({
    columns: [
      text('grants.direction'),
      text('grants.account'),
      text('grants.type'),
      text('grants.quantity'),
      text('grants.returnedUnits'),
      text('grants.days'),
      text('grants.state'),
    ],
    rows: grants.map((grant) => ({
      cells: [
        text(`grants.${grant.direction}`),
        accountOf(grant) ?? text('grants.unnamed'),
        names.type(typeOf(grant)),
        writer.number(grant.quantity),
        writer.number(grant.returned),
        grant.validUntil === null ? text('grants.noEnd') : writer.day(grant.validUntil),
        text(`grants.state.${stateOf(grant, today)}`, { returned: grant.returned, quantity: grant.quantity }),
      ],
    })),
  });
}

function GrantTable({
  grants,
  direction,
  saving,
}: {
  readonly grants: readonly GrantAnswer[];
  readonly direction: GrantAnswer['direction'];
  readonly saving: Saving;
}): ReactNode {
  const { text } = useText();
  const shown = grants.filter((grant) => grant.direction === direction);
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{text(`grants.${direction}`)}</h3>
      <table className="grants-table" aria-label={text(`grants.${direction}`)}>
        <thead>
          <tr>
            <th scope="col">{text('grants.account')}</th>
            <th scope="col">{text('grants.what')}</th>
            <th scope="col">{text('grants.days')}</th>
            <th scope="col">{text('grants.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{text('grants.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((grant) => (
            <Grant key={grant.id} grant={grant} saving={saving} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Grant({ grant, saving }: { readonly grant: GrantAnswer; readonly saving: Saving }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const act = useActing();
  const synchronise = useSynchronise();
  const { today } = useDay();
  const [open, setOpen] = useState<'giveBack' | 'askedBack' | null>(null);
  const isGiven = grant.direction === 'given';
  const name = accountOf(grant) ?? text('grants.unnamed');
  const state = stateOf(grant, today);
  const [due] = saidOf(grant);
  const isOver = state === 'back' || state === 'gone' || state === 'ended';

  async function askBack(): Promise<void> {
    const outcome = await act({ do: 'grant.recall', args: { id: grant.id } });
    if (!outcome.ok) return;
    await synchronise();
    setOpen('askedBack');
  }

  return (
    <tr className={isOver ? 'quiet' : undefined}>
      <th scope="row">{name}</th>
      <td>{text('grants.units', { quantity: grant.quantity, type: names.type(typeOf(grant)) })}</td>
      <td>{grant.validUntil === null ? text('grants.noEnd') : writer.day(grant.validUntil)}</td>
      <td>
        <StatusPill tone={tones[state]}>
          {text(`grants.state.${state}`, { returned: grant.returned, quantity: grant.quantity })}
        </StatusPill>
      </td>
      <td className="grants-acts">
        {due === undefined ? null : (
          <Button tone="quiet" size="small" onPress={() => void saving.save({ kind: due, id: grant.id }, name)}>
            {text(`grants.file.${due}`)}
          </Button>
        )}
        {isGiven && !grant.recalled && !isOver ? (
          <Button tone="quiet" size="small" onPress={() => void askBack()}>
            {text('grants.askBack')}
          </Button>
        ) : null}
        {!isGiven && !isOver ? (
          <Button tone="quiet" size="small" onPress={() => setOpen('giveBack')}>
            {text('grants.giveBack')}
          </Button>
        ) : null}
        {open === 'giveBack' ? <GiveBackDialog grant={grant} onClose={() => setOpen(null)} /> : null}
        {open === 'askedBack' ? (
          <PassedOn
            title={text('grants.askedBack.title')}
            asked={{ kind: 'recall', id: grant.id }}
            name={name}
            onClose={() => setOpen(null)}
          >
            {text('grants.askedBack.text', { name })}
          </PassedOn>
        ) : null}
      </td>
    </tr>
  );
}
