import { useState, type ReactNode } from 'react';
import type { GrantAddress } from '#core/intents/grant-files';
import type { ReadLetter } from '#core/ipc/grant-channels';
import type { Day } from '#core/kernel/day';
import type { GrantRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { PreviewLines, useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { isRefused, useAnswer, useCatalogue, usePreview, useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { ComparedWords, useIsVouched } from './ComparedWords';
import { FileField } from './FileField';
import { GrantProblemNotice } from './GrantProblemNotice';
import { PassedOn } from './PassedOn';
import './grants.css';

/** The account that gets licenses. */
interface Receiver {
  readonly toLedger: string;
  readonly toRoot: string;
  readonly toName?: string;
  readonly toKey?: string;
}

function receiverOf({ fromLedger, fromRoot, from }: GrantAddress, key: string): Receiver {
  return { toLedger: fromLedger, toRoot: fromRoot, toKey: key, ...(from === undefined ? {} : { toName: from }) };
}

/** Accounts that got something before, the newest name of each. */
function receiversIn(grants: Iterable<GrantRow>): ReadonlyMap<string, Receiver> {
  const found = new Map<string, Receiver>();
  for (const { direction, ledger, root, name } of grants)
    if (direction === 'given')
      found.set(ledger, { toLedger: ledger, toRoot: root, ...(name === undefined ? {} : { toName: name }) });
  return found;
}

/** Gives licenses of the whole account to another one: for whom, what, until when, and the file for it. */
export function GiveDialog({
  to,
  onClose,
}: {
  /** An address that was opened already. */
  readonly to: ReadLetter | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const act = useActing();
  const session = useSession();
  const synchronise = useSynchronise();
  const { today } = useDay();
  const { types } = useCatalogue();
  const rootId = rows.root.id;
  const pool = useAnswer('pool', { groupId: rootId }, today);
  const [read, setRead] = useState<ReadLetter | null>(to);
  const [isNoAddress, setNoAddress] = useState(false);
  const [areSame, setSame] = useState(false);
  const [known, setKnown] = useState<string | null>(null);
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [until, setUntil] = useState<Day | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [given, setGiven] = useState<string | null>(null);
  const isVouched = useIsVouched(read);
  const receivers = receiversIn(rows.rows('grants'));
  const receiver =
    read?.letter.kind === 'address'
      ? receiverOf(read.letter, read.key)
      : known === null
        ? null
        : (receivers.get(known) ?? null);
  const name = receiver?.toName ?? text('grants.unnamed');
  const offered = types.filter(
    ({ id, source }) =>
      source === 'purchase' && id !== 'link.feature' && !isRefused(pool) && pool.types[id] !== undefined,
  );
  const what = typeId === null ? '' : text('grants.units', { quantity: quantity ?? 0, type: names.type(typeId) });
  const leftOf = (id: LicenseTypeId): string =>
    text('takeAlong.left', { available: isRefused(pool) ? 0 : (pool.types[id]?.available ?? 0) });
  const callUnder = (id: string): ActCall | null =>
    receiver === null || typeId === null || quantity === null || quantity === 0
      ? null
      : {
          do: 'grant.give',
          args: { id, ...receiver, typeId, quantity, ...(until === null ? {} : { validUntil: until }) },
        };
  const call = callUnder('preview');
  const preview = usePreview(call);

  async function give(): Promise<void> {
    const id = session.newId();
    const wanted = callUnder(id);
    if (wanted === null) return;
    const outcome = await act(wanted, { keepRefusals: true });
    if (!outcome.ok) return setRefusals(outcome.kind === 'refused' ? outcome.refusals : []);
    await synchronise();
    setGiven(id);
  }

  if (given !== null)
    return (
      <PassedOn
        title={text('grants.given.title', { name })}
        asked={{ kind: 'grant', id: given }}
        name={name}
        onClose={onClose}
      >
        {text('grants.given.text', { what, name })}
      </PassedOn>
    );
  return (
    <Dialog
      help="between-accounts"
      title={text('grants.give.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={call === null || preview?.ok === false || (read !== null && !isVouched && !areSame)}
            onPress={() => void give()}
          >
            {text('grants.give.do')}
          </Button>
        </>
      }
    >
      <div className="grants-page">
        <p className="quiet">{text('grants.give.lead', { pool: names.group(rootId) })}</p>
        {receivers.size === 0 || read !== null ? null : (
          <Select
            label={text('grants.give.to')}
            hint={text('grants.give.toHint')}
            value={known}
            onChange={setKnown}
            choices={[...receivers.values()].map(({ toLedger, toName }) => ({
              id: toLedger,
              name: toName ?? text('grants.unnamed'),
            }))}
          />
        )}
        {read?.letter.kind === 'address' ? (
          <>
            <h3>{text('grants.give.chosen', { name })}</h3>
            <ComparedWords read={read} name={name} isVouched={isVouched} areSame={areSame} onSame={setSame} />
          </>
        ) : (
          <FileField
            label={text('grants.give.address')}
            hint={text('grants.give.addressHint')}
            autoFocus={receivers.size === 0}
            onRead={(found) => {
              setNoAddress(found !== null && found.letter.kind !== 'address');
              setRead(found?.letter.kind === 'address' ? found : null);
            }}
          />
        )}
        {isNoAddress ? <GrantProblemNotice problem="not-an-address" /> : null}
        <FormColumns of="fields">
          <Select
            label={text('allocate.type')}
            value={typeId}
            onChange={setTypeId}
            choices={offered.map(({ id }) => ({
              id,
              name: names.type(id),
              hint: leftOf(id),
            }))}
          />
          <NumberField
            label={text('allocate.quantity')}
            value={quantity}
            least={1}
            onChange={setQuantity}
            hint={typeId === null ? undefined : leftOf(typeId)}
          />
          <DayField
            label={text('allocate.until')}
            value={until}
            earliest={today}
            onChange={setUntil}
            hint={text('allocate.windowHint')}
          />
        </FormColumns>
        {preview === null ? null : <PreviewLines preview={preview} call={call} />}
        {preview?.ok === true ? <p className="quiet">{text('grants.give.stays', { name })}</p> : null}
        <Refusals refusals={refusals} />
      </div>
    </Dialog>
  );
}
