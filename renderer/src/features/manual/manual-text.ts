import changes from '../../../../CHANGELOG.md?raw';
import { manualPages, type ManualPage, type ManualTarget } from '../../text/manual-pages';
import type { Language } from '../../text/language';

const files = import.meta.glob<string>('../../../../docs/manual/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Text of a page, in Markdown. What is new stands in the list of changes, which is kept in English; German has its own. */
export function manualText(page: ManualPage, language: Language): string {
  if (page === 'whats-new' && language === 'en') return changes;
  return files[`../../../../docs/manual/${language}/${page}.md`] ?? '';
}

/** Address of a picture that a page names, as it looks best: in the page's own look, or in the dark. */
export function manualPicture(named: string, isDark: boolean): string | undefined {
  const name = /([^/]+)-(light|german|dark)\.png$/.exec(named)?.[1] ?? '';
  const own = pictures[`../../../../docs/pictures/${named.split('/').at(-1) ?? ''}`];
  return isDark ? (pictures[`../../../../docs/pictures/${name}-dark.png`] ?? own) : own;
}

/** Name by which a heading is gone to: the code in its brackets, or its words. */
export function anchorOf(heading: string): string {
  const code = /\(`?([A-Z_]+)`?\)\s*$/.exec(heading)?.[1];
  return (
    code ??
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  );
}

/** Part of a page under one heading. */
export interface ManualSection {
  readonly place: ManualTarget;
  readonly page: ManualPage;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

/** Markdown as it is read: without its marks, pictures and addresses. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`|]|^\s*[-#>]+\s*/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function manualTitle(page: ManualPage, language: Language): string {
  return plain(/^#\s+(.*)$/m.exec(manualText(page, language))?.[1] ?? page);
}

/** Everything the manual says, heading by heading. */
export function manualSections(language: Language): readonly ManualSection[] {
  return manualPages.flatMap((page) => {
    const title = manualTitle(page, language);
    return manualText(page, language)
      .split(/^(?=#{1,3}\s)/m)
      .filter((part) => part.trim() !== '')
      .map((part, index): ManualSection => {
        const [first = '', ...rest] = part.split('\n');
        const written = first.replace(/^#+\s*/, '');
        return {
          place: index === 0 ? page : `${page}#${anchorOf(written)}`,
          page,
          title,
          heading: plain(written),
          text: plain(rest.join('\n')),
        };
      });
  });
}
