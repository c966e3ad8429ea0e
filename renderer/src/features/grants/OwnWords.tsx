import { useEffect, useState, type ReactNode } from 'react';
import { useAccount } from '../../state/session-context';
import { useText } from '../../text/text';
import { SixWords } from '../../ui/SixWords';

/** Six words of this computer, for whoever takes in its files for the first time. Nothing where it cannot sign. */
export function OwnWords(): ReactNode {
  const { text } = useText();
  const { grants } = useAccount();
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void grants?.words().then((found) => {
      if (isWanted && found.ok) setWords(found.value);
    });
    return () => {
      isWanted = false;
    };
  }, [grants]);
  return words.length === 0 ? null : (
    <section className="grants-compared">
      <p className="quiet">{text('grants.words.own')}</p>
      <SixWords label={text('grants.words.show')} words={words} />
    </section>
  );
}
