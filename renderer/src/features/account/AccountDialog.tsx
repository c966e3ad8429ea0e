import type { ReactNode } from 'react';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { Tabs } from '../../ui/Tabs';
import { useDraft } from '../../parts/acting';
import { OwnFieldsPanel } from '../own-fields';
import { RequestsPanel } from '../requests';
import { AdministratorsPanel, RolesPanel } from '../roles';
import { AccountPanel } from './AccountPanel';
import { CataloguePanel, useCatalogueDrafts } from './CataloguePanel';
import { ContractPanel } from './ContractPanel';
import './account.css';

const tabs = ['account', 'contract', 'catalogue', 'requests', 'roles', 'administrators', 'fields'] as const;
export type AccountTab = (typeof tabs)[number];

export interface AccountDialogProps {
  readonly isOpen: boolean;
  readonly tab: AccountTab;
  readonly onTab: (tab: AccountTab) => void;
  readonly onClose: () => void;
}

/** Everything about the account as a whole. What was typed stays until it is applied or given up. */
export function AccountDialog({ isOpen, tab, onTab, onClose }: AccountDialogProps): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const account = useAnswer('account', {});
  const requests = useAnswer('requests', {});
  const { name } = rows.root;
  const { timeZone, paymentMethod, outstanding, contract, currency = null } = rows.account;
  const fields = useDraft({ name, timeZone, paymentMethod, outstanding, currency });
  const terms = useDraft({ contract });
  const catalogue = useCatalogueDrafts();
  const openRequests = isRefused(requests) ? 0 : requests.filter((request) => request.status === 'open').length;

  function panel(): ReactNode {
    switch (tab) {
      case 'account':
        return isRefused(account) ? (
          <Refusals refusals={account.refusals} />
        ) : (
          <AccountPanel account={account} draft={fields} />
        );
      case 'contract':
        return isRefused(account) ? <Refusals refusals={account.refusals} /> : <ContractPanel draft={terms} />;
      case 'catalogue':
        return <CataloguePanel drafts={catalogue} />;
      case 'requests':
        return <RequestsPanel />;
      case 'roles':
        return <RolesPanel />;
      case 'administrators':
        return <AdministratorsPanel onGo={onClose} />;
      case 'fields':
        return <OwnFieldsPanel />;
    }
  }

  return (
    <Dialog
      help={tab === 'roles' || tab === 'administrators' ? 'roles' : 'account'}
      title={name}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
    >
      <div className="account-tabs">
        <Tabs<AccountTab>
          label={text('account.tabs')}
          tabs={tabs.map((id) => ({
            id,
            name: text(`account.tab.${id}`),
            count: id === 'requests' && openRequests > 0 ? openRequests : undefined,
          }))}
          selected={tab}
          onSelect={onTab}
        >
          <div className="account-panel">{panel()}</div>
        </Tabs>
      </div>
    </Dialog>
  );
}
