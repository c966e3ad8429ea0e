import { useState } from 'react';
import type { LetterAsked } from '#core/ledger/grant-letters';
import { grantProblem, type GrantProblem } from '../../state/grant-calls';
import { useAccount } from '../../state/session-context';
import { useText } from '../../text/text';

export interface Saving {
  /** Asks where to, and writes the file for the account of that name. */
  readonly save: (asked: LetterAsked, name: string) => Promise<void>;
  readonly problem: GrantProblem | null;
  /** Said once a file is saved. */
  readonly said: string;
}

/** Saves files for other accounts, and says what came of it. */
export function useSaving(): Saving {
  const { text } = useText();
  const { grants } = useAccount();
  const [problem, setProblem] = useState<GrantProblem | null>(null);
  const [said, setSaid] = useState('');
  return {
    problem,
    said,
    save: async (asked, name) => {
      setProblem(null);
      setSaid('');
      const fileName =
        asked.kind === 'address'
          ? text('grants.name.address', { name })
          : text('grants.fileFor', { what: text(`grants.name.${asked.kind}`), name });
      const saved = await grants?.save(asked, fileName);
      if (saved === undefined) setProblem('defect');
      else if (!saved.ok) setProblem(grantProblem(saved.failure));
      else if (saved.value !== null) setSaid(text('grants.saved'));
    },
  };
}
