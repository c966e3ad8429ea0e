import { useEffect, useState } from 'react';
import type { OwnTrust } from '#core/ipc/trust-channels';
import { useReading } from '../../state/model-hooks';
import { useAccount } from '../../state/session-context';

/** Looks up what this computer has of keys, and again when the account has changed; `null` until it is known. */
export function useOwnTrust(): OwnTrust | null {
  const { trust } = useAccount();
  const { version } = useReading();
  const [own, setOwn] = useState<OwnTrust | null>(null);
  useEffect(() => {
    let isWanted = true;
    void trust?.own().then((found) => {
      if (isWanted && found.ok) setOwn(found.value);
    });
    return () => {
      isWanted = false;
    };
  }, [trust, version]);
  return own;
}
