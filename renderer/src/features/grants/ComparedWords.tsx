import type { ReactNode } from 'react';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { isVouched } from '#core/ledger/grant-letters';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Checkbox } from '../../ui/Checkbox';
import { SixWords } from '../../ui/SixWords';

/** Tells whether the computer that signed a file is known here, from a file that was taken in before or an address. */
export function useIsVouched(read: ReadLetter | null): boolean {
  const rows = useRows();
  return read !== null && isVouched(rows.rows('grants'), read);
}

/** Six words of the computer that signed a file, to be compared once; a computer that is known is only named. */
export function ComparedWords({
  read,
  name,
  isVouched,
  areSame,
  onSame,
}: {
  readonly read: ReadLetter;
  readonly name: string;
  readonly isVouched: boolean;
  readonly areSame: boolean;
  readonly onSame: (areSame: boolean) => void;
}): ReactNode {
  const { text } = useText();
  if (isVouched) return <p className="quiet">{text('grants.words.known', { name })}</p>;
  return (
    <section className="grants-compared" aria-live="polite">
      <p>{text('grants.words.compare', { name })}</p>
      <SixWords label={text('grants.words.list')} words={read.words} />
      <Checkbox label={text('grants.words.same')} isSelected={areSame} onChange={onSame} />
    </section>
  );
}
