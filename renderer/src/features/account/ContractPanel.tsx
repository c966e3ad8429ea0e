import { useMemo, type ReactNode } from 'react';
import { addDays, type Day } from '#core/kernel/day';
import type { Contract } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { useCatalogue, useFromRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { ComboBox } from '../../ui/ComboBox';
import { DayField } from '../../ui/DayField';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { TextField } from '../../ui/TextField';
import { RadioGroup } from '../../ui/RadioGroup';
import type { Draft } from '../../parts/acting';
import { PriceFields } from '../../parts/prices';
import { ApplyDraft } from './ApplyDraft';
import { currencies } from './currencies';

/** The contract without what is empty: what is not agreed is left out. */
function filled(contract: { readonly [F in keyof Contract]: Contract[F] | undefined }): Contract {
  return Object.fromEntries(
    Object.entries(contract).filter(([, value]) => value !== undefined && value !== null),
  ) as unknown as Contract;
}

function withFloor({ floor = {}, ...rest }: Contract, typeId: LicenseTypeId, quantity: number | null): Contract {
  const others = Object.fromEntries(Object.entries(floor).filter(([id]) => id !== typeId));
  const next = quantity === null ? others : { ...others, [typeId]: quantity };
  return Object.keys(next).length === 0 ? rest : { ...rest, floor: next };
}

function withNumber(contract: Contract, field: 'noticeDays', value: number | null): Contract {
  return filled({ ...contract, ...(value === null ? { [field]: undefined } : { [field]: value }) } as Contract);
}

/** Last day to give notice of a contract that renews, for it to end before its next term. */
function lastNoticeDay({ renewsOn, noticeDays }: Contract): Day | null {
  return renewsOn == null || noticeDays === undefined ? null : addDays(renewsOn, -noticeDays);
}

function ContractTerm({
  contract,
  onChange,
}: {
  readonly contract: Contract;
  readonly onChange: (next: Contract) => void;
}): ReactNode {
  const { text, day, locale } = useText();
  const ofAccount = useFromRows((rows) => rows.account.currency ?? null);
  const currency = contract.currency ?? ofAccount;
  const choices = useMemo(() => currencies(locale, currency), [locale, currency]);
  const notice = lastNoticeDay(contract);
  const isBackwards = contract.startsOn != null && contract.renewsOn != null && contract.renewsOn < contract.startsOn;
  return (
    <section className="account-fields" aria-label={text('contract.term')}>
      <h3>{text('contract.term')}</h3>
      <FormColumns of="days">
        <DayField
          label={text('contract.starts')}
          value={contract.startsOn ?? null}
          onChange={(startsOn) => onChange(filled({ ...contract, startsOn }))}
        />
        <DayField
          label={text('contract.renews')}
          value={contract.renewsOn ?? null}
          onChange={(renewsOn) => onChange(filled({ ...contract, renewsOn }))}
          hint={notice === null ? text('contract.renewsHint') : text('contract.noticeUntil', { day: day(notice) })}
          error={isBackwards ? text('contract.renewsEarly') : undefined}
        />
      </FormColumns>
      <PriceFields
        label={text('contract.price')}
        value={contract.price ?? null}
        currency={currency}
        onChange={(price) => onChange(filled({ ...contract, price: price ?? undefined }))}
        hint={text('contract.priceHint')}
      />
      <ComboBox
        label={text('account.currency')}
        choices={choices}
        value={currency}
        onChange={(chosen) => {
          if (chosen !== null) onChange(filled({ ...contract, currency: chosen === ofAccount ? undefined : chosen }));
        }}
        hint={text('contract.currencyHint')}
      />
    </section>
  );
}

/** Shows and changes the term and price of the contract, and what was agreed about reducing purchases (U9). */
export function ContractPanel({ draft }: { readonly draft: Draft<{ readonly contract: Contract }> }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const purchasable = useCatalogue().types.filter((type) => type.source === 'purchase');
  const { changed, forget } = draft;
  const { contract } = draft.shown;
  const change = (next: Contract): void => draft.change({ contract: next });
  const call: ActCall | null =
    changed === null ? null : ({ do: 'account.update', args: { set: { contract }, was: changed.was } } as ActCall);
  return (
    <FormColumns of="parts">
      <div className="account-fields">
        <ContractTerm contract={contract} onChange={change} />
        <FormColumns of="pair">
          <NumberField
            label={text('contract.notice')}
            value={contract.noticeDays ?? null}
            least={0}
            onChange={(days) => change(withNumber(contract, 'noticeDays', days))}
          />
          <TextField
            label={text('contract.fee')}
            value={String(contract.terminationFee ?? '')}
            onChange={(fee) => change(filled({ ...contract, terminationFee: fee === '' ? undefined : fee }))}
          />
        </FormColumns>
        <ApplyDraft call={call} onDone={forget} onGiveUp={forget} />
      </div>
      <div className="account-fields">
        <RadioGroup<Contract['reductionPolicy']>
          label={text('contract.policy')}
          value={contract.reductionPolicy}
          onChange={(reductionPolicy) => change({ ...contract, reductionPolicy })}
          choices={[
            { id: 'selfService', name: text('contract.selfService'), hint: text('contract.selfServiceHint') },
            { id: 'request', name: text('contract.request'), hint: text('contract.requestHint') },
          ]}
        />
        <DayField
          label={text('contract.until')}
          value={contract.commitmentUntil ?? null}
          onChange={(day) => change(filled({ ...contract, commitmentUntil: day }))}
          hint={text('contract.untilHint')}
        />
        <section className="account-fields" aria-label={text('contract.floor')}>
          <h3>{text('contract.floor')}</h3>
          <p className="quiet">
            {contract.commitmentUntil == null ? text('contract.floorOpen') : text('contract.floorText')}
          </p>
          <FormColumns of="pair">
            {purchasable.map(({ id: typeId }) => (
              <NumberField
                key={typeId}
                label={names.type(typeId)}
                value={contract.floor?.[typeId] ?? null}
                least={0}
                onChange={(quantity) => change(withFloor(contract, typeId, quantity))}
              />
            ))}
          </FormColumns>
        </section>
      </div>
    </FormColumns>
  );
}
