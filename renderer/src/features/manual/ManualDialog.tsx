import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../../text/language';
import { manualChapters, type ManualPage, type ManualTarget } from '../../text/manual-pages';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { glossaryWords } from '../../text/glossary';
import { SearchList, type FoundItem } from '../../ui/SearchList';
import { WordList } from '../../ui/Words';
import { anchorId, ManualText } from './ManualText';
import { manualSections, manualText, manualTitle } from './manual-text';
import { manualFinder } from './search-manual';
import './manual.css';

function pageOf(place: ManualTarget): ManualPage {
  return (place.split('#')[0] ?? place) as ManualPage;
}

export interface ManualDialogProps {
  /** Where it was opened. */
  readonly place: ManualTarget;
  readonly onClose: () => void;
}

/** The manual: its pages and a search at the left, one page at the right. */
export function ManualDialog({ place: asked, onClose }: ManualDialogProps): ReactNode {
  const { text, compare } = useText();
  const language = useLanguage();
  const words = useMemo(
    () => [...glossaryWords].sort((one, other) => compare(text(`word.${one}`), text(`word.${other}`))),
    [text, compare],
  );
  const [way, setWay] = useState<readonly ManualTarget[]>([asked]);
  const [typed, setTyped] = useState('');
  const shown = useRef<HTMLElement>(null);
  const place = way.at(-1) ?? asked;
  const page = pageOf(place);
  const title = manualTitle(page, language);
  const find = useMemo(
    () =>
      manualFinder([
        ...manualSections(language),
        ...words.map((word) => ({
          place: `words#${word}` as const,
          page: 'words' as const,
          title: manualTitle('words', language),
          heading: text(`word.${word}`),
          text: `${text(`word.${word}.means`)} ${text(`word.${word}.example`)}`,
        })),
      ]),
    [language, words, text],
  );
  const items = useMemo<readonly FoundItem[]>(
    () =>
      typed.trim() === ''
        ? manualChapters.flatMap(({ id, pages }) =>
            pages.map((one) => ({
              id: one,
              name: manualTitle(one, language),
              section: text(`manual.chapter.${id}`),
            })),
          )
        : find(typed).map((section) => ({
            id: section.place,
            name: section.heading,
            hint: section.heading === section.title ? undefined : section.title,
          })),
    [typed, find, language, text],
  );
  const go = (to: ManualTarget): void => setWay((been) => (been.at(-1) === to ? been : [...been, to]));

  useEffect(() => {
    const anchor = place.split('#')[1];
    const heading =
      anchor === undefined
        ? null
        : (document.getElementById(anchorId(anchor)) ?? document.getElementById(`word-${anchor}`));
    if (heading === null) shown.current?.scrollTo({ top: 0 });
    else heading.scrollIntoView({ block: 'start' });
  }, [place]);

  return (
    <Dialog title={text('manual.title')} isOpen onClose={onClose} size="large">
      <div className="manual" data-help="trouble">
        <div className="manual-contents">
          <SearchList
            label={text('manual.search')}
            listLabel={text('manual.contents')}
            typed={typed}
            onType={setTyped}
            items={items}
            chosenId={items.some(({ id }) => id === place) ? place : page}
            onChoose={(id) => go(id as ManualTarget)}
            empty={text('manual.nothing')}
          />
        </div>
        {/* Reached by Tab, so that arrows scroll what is longer than the dialog. */}
        <section className="manual-page selectable" aria-label={title} tabIndex={0} ref={shown}>
          {way.length > 1 ? (
            <Button size="small" icon={ArrowLeft} onPress={() => setWay((been) => been.slice(0, -1))}>
              {text('manual.back')}
            </Button>
          ) : null}
          <ManualText
            markdown={manualText(page, language)}
            place={place}
            isDark={document.documentElement.dataset['theme'] === 'dark'}
            onGo={go}
          />
          {page === 'words' ? <WordList words={words} /> : null}
        </section>
      </div>
    </Dialog>
  );
}
