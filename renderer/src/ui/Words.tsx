import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GlossaryWord } from '../text/glossary';
import { useText } from '../text/text';
import { Button } from './Button';
import { useHelp } from './help';
import { IconButton } from './IconButton';
import { Popover } from './Popover';
import './Words.css';

export interface WordListProps {
  readonly words: readonly GlossaryWord[];
}

/** Words with what they mean, and an example of each. */
export function WordList({ words }: WordListProps): ReactNode {
  const { text } = useText();
  return (
    <dl className="word-list">
      {words.map((word) => (
        <div key={word} id={`word-${word}`}>
          <dt>{text(`word.${word}`)}</dt>
          <dd>
            {text(`word.${word}.means`)}{' '}
            <span className="quiet">{text('glossary.example', { example: text(`word.${word}.example`) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A question mark beside words of ours: a sentence and an example for each, and the way to all of them. */
export function Words({ words }: WordListProps): ReactNode {
  const { text, list } = useText();
  const open = useHelp();
  // Where there is no manual around, as in a test of one part, nothing is explained either.
  if (open === null || words.length === 0) return null;
  const label = text('glossary.what', {
    count: words.length,
    words: list(words.map((word) => text(`word.${word}`))),
  });
  return (
    <Popover label={label} help="words" trigger={<IconButton label={label} icon={CircleQuestionMark} size="small" />}>
      {(close) => (
        <>
          <WordList words={words} />
          <Button
            tone="quiet"
            size="small"
            onPress={() => {
              close();
              open('words');
            }}
          >
            {text('glossary.all')}
          </Button>
        </>
      )}
    </Popover>
  );
}
