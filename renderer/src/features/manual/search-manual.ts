import MiniSearch from 'minisearch';
import { foldText } from '../../parts/search';
import type { ManualSection } from './manual-text';

export type ManualFinder = (typed: string) => readonly ManualSection[];

const most = 24;
const leastForMistake = 5;

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Finds the sections that say what is typed: by their headings first, by the beginnings of words, forgiving a wrong letter. */
export function manualFinder(sections: readonly ManualSection[]): ManualFinder {
  const index = new MiniSearch<ManualSection>({
    idField: 'place',
    fields: ['title', 'heading', 'text'],
    tokenize: wordsOf,
    searchOptions: {
      boost: { title: 4, heading: 3 },
      prefix: true,
      fuzzy: (term) => (term.length >= leastForMistake ? 0.2 : false),
    },
  });
  const known = new Map<string, ManualSection>();
  for (const section of sections)
    if (!known.has(section.place)) {
      known.set(section.place, section);
      index.add(section);
    }
  return (typed) => {
    const all = index.search(typed, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(typed);
    return found.slice(0, most).flatMap(({ id }) => known.get(id as string) ?? []);
  };
}
