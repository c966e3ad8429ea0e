import { useId, type ReactNode } from 'react';
import type { KeptAccount } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';

/** The accounts on this computer: each can be opened again, whatever was closed or went wrong. */
export function KeptAccounts({
  title,
  accounts,
  onOpen,
}: {
  /** Left out, that they are on this computer. */
  readonly title?: string;
  readonly accounts: readonly KeptAccount[];
  readonly onOpen: (ledger: string) => void;
}): ReactNode {
  const { text, moment } = useText();
  const id = useId();
  return (
    <section className="first-start-kept" aria-labelledby={id}>
      <h2 id={id}>{title ?? text('start.kept')}</h2>
      <ul>
        {accounts.map(({ ledger, name, place, lastOpen, unsent }) => (
          <li key={ledger}>
            <div>
              <strong>{name ?? text('start.keptUnnamed')}</strong>
              <p className="quiet">
                {place ?? text('sync.local')} · {text('start.keptSince', { since: moment(lastOpen) })}
                {unsent > 0 ? ` · ${text('start.keptUnsent', { count: unsent })}` : ''}
              </p>
            </div>
            <Button onPress={() => onOpen(ledger)}>{text('start.keptOpen')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
