import { useMemo, type ReactNode } from 'react';
import type { AccountRow } from '#core/model/rows';
import type { AccountAnswer } from '#core/queries/account';
import type { ActCall } from '../../data/session';
import { useText } from '../../text/text';
import { ComboBox } from '../../ui/ComboBox';
import { FormColumns } from '../../ui/FormColumns';
import { Notice } from '../../ui/Notice';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { Draft } from '../../parts/acting';
import { ApplyDraft } from './ApplyDraft';
import { currencies } from './currencies';
import { Standing } from './Standing';

export type AccountFields = Pick<AccountRow, 'timeZone' | 'paymentMethod' | 'outstanding'> & {
  readonly name: string;
  readonly currency: string | null;
};

const paymentMethods: readonly AccountRow['paymentMethod'][] = ['invoice', 'iban', 'card', 'none'];

/** The zones that this computer knows, with the account's own first where it knows that one not. */
function timeZones(present: string): readonly { readonly id: string; readonly name: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = [...new Set(['UTC', present, ...known])];
  return all.map((id) => ({ id, name: id.replaceAll('_', ' ') }));
}

function withoutNoCurrency({ currency, ...set }: Partial<AccountFields>): Omit<Partial<AccountFields>, 'currency'> & {
  readonly currency?: string;
} {
  return currency == null ? set : { ...set, currency };
}

/** Name, place in time and payment, beside what follows from them. */
export function AccountPanel({
  account,
  draft,
}: {
  readonly account: AccountAnswer;
  readonly draft: Draft<AccountFields>;
}): ReactNode {
  const { text, locale } = useText();
  const { shown, change, changed, forget } = draft;
  const zones = useMemo(() => timeZones(account.timeZone), [account.timeZone]);
  const money = useMemo(() => currencies(locale, account.currency), [locale, account.currency]);
  const call: ActCall | null =
    changed === null || shown.name.trim() === ''
      ? null
      : { do: 'account.update', args: { set: withoutNoCurrency(changed.set), was: changed.was } };
  return (
    <FormColumns of="parts">
      <div className="account-fields">
        <TextField
          label={text('account.name')}
          value={shown.name}
          onChange={(name) => change({ name })}
          error={shown.name.trim() === '' ? text('account.nameNeeded') : undefined}
        />
        <ComboBox
          label={text('account.timeZone')}
          choices={zones}
          value={shown.timeZone}
          onChange={(timeZone) => {
            if (timeZone !== null) change({ timeZone });
          }}
          hint={text('account.timeZoneHint')}
        />
        <Select
          label={text('account.paymentMethod')}
          value={shown.paymentMethod}
          onChange={(paymentMethod) => change({ paymentMethod })}
          choices={paymentMethods.map((id) => ({ id, name: text(`payment.${id}`) }))}
        />
        <NumberField
          label={text('account.outstanding')}
          value={shown.outstanding}
          least={0}
          digits={2}
          onChange={(outstanding) => {
            if (outstanding !== null) change({ outstanding });
          }}
          hint={text('account.outstandingHint')}
        />
        <ComboBox
          label={text('account.currency')}
          choices={money}
          value={shown.currency}
          onChange={(currency) => {
            if (currency !== null) change({ currency });
          }}
          hint={text('account.currencyHint')}
        />
        <ApplyDraft
          call={call}
          onDone={forget}
          onGiveUp={forget}
          touchesPeople={changed?.set.paymentMethod !== undefined || changed?.set.outstanding !== undefined}
        />
      </div>
      <div>
        <Standing account={account} />
        {account.continues === null ? null : (
          <Notice tone="info" title={text('account.continues')}>
            {text('account.continuesText', { seq: account.continues.seq, ledger: account.continues.ledger })}
          </Notice>
        )}
      </div>
    </FormColumns>
  );
}
