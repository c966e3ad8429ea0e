import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { TypeDialog } from './TypeDialog';
import { AccountDialog, type AccountTab } from './AccountDialog';

/** The commands about the account, and the dialog that they open. */
export function Account(): ReactNode {
  const [tab, setTab] = useState<AccountTab>('account');
  const [isOpen, setOpen] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const open = (chosen: AccountTab): { readonly run: () => void } => ({
    run: () => {
      setTab(chosen);
      setOpen(true);
    },
  });
  useCommandHandlers({
    'account.properties': open('account'),
    'account.contract': open('contract'),
    'account.catalogue': open('catalogue'),
    'account.newType': { run: () => setMaking(true) },
    'account.requests': open('requests'),
    'account.roles': open('roles'),
    'account.administrators': open('administrators'),
    'account.fields': open('fields'),
  });
  return (
    <>
      <AccountDialog isOpen={isOpen} tab={tab} onTab={setTab} onClose={() => setOpen(false)} />
      {isMaking ? <TypeDialog type={null} onClose={() => setMaking(false)} /> : null}
    </>
  );
}
