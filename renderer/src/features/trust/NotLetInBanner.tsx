import { ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFromRows, useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';

/** Says that this computer was shut out, or was never let in: it can look, and change nothing. */
export function NotLetInBanner({ onAsk }: { readonly onAsk: () => void }): ReactNode {
  const { text } = useText();
  const session = useSession();
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  if (!isProtected) return null;
  return (
    <Unless
      key={session.ledger}
      onAsk={onAsk}
      text={text('trust.notIn.banner')}
      button={text('trust.notIn.bannerDo')}
    />
  );
}

/** Looked at with every version: whether this computer counts hangs on its keys as well. */
function Unless({
  onAsk,
  text,
  button,
}: {
  readonly onAsk: () => void;
  readonly text: string;
  readonly button: string;
}): ReactNode {
  const session = useSession();
  const { rows } = useReading();
  const key = session.ownKey();
  const isIn = key !== null && rows.row('computers', key)?.revoked === null;
  if (isIn) return null;
  return (
    <div className="day-banner" role="status">
      <ShieldOff size="1.1em" aria-hidden />
      <span>{text}</span>
      <Button size="small" onPress={onAsk}>
        {button}
      </Button>
    </div>
  );
}
