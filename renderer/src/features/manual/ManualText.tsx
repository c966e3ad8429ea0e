import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { isManualPage, type ManualTarget } from '../../text/manual-pages';
import { anchorOf, manualPicture } from './manual-text';

/** Elements of a page that an anchor leads to. */
export const anchorId = (anchor: string): string => `manual-${anchor}`;

function wordsIn(children: ReactNode): string {
  if (typeof children === 'string') return children;
  if (Array.isArray(children)) return children.map(wordsIn).join('');
  if (children !== null && typeof children === 'object' && 'props' in children)
    return wordsIn((children.props as { readonly children?: ReactNode }).children);
  return '';
}

/** Place of a link such as `allocate.md#dates`; nothing for what leads out of the manual. */
function placeOf(href: string, from: ManualTarget): ManualTarget | null {
  const [file = '', anchor] = href.split('#');
  const page = file === '' ? from.split('#')[0] : file.replace(/\.md$/, '');
  if (page === undefined || !isManualPage(page)) return null;
  return anchor === undefined ? page : `${page}#${anchor}`;
}

export interface ManualTextProps {
  readonly markdown: string;
  readonly place: ManualTarget;
  readonly isDark: boolean;
  readonly onGo: (place: ManualTarget) => void;
}

/**
 * One page. Its text becomes elements, never markup: what looks like HTML in it is left out, and links lead within the manual only,
 * as the window reaches no network.
 */
export function ManualText({ markdown, place, isDark, onGo }: ManualTextProps): ReactNode {
  const components: Components = {
    h1: ({ children }) => <h3 className="manual-title">{children}</h3>,
    h2: ({ children }) => <h4 id={anchorId(anchorOf(wordsIn(children)))}>{children}</h4>,
    h3: ({ children }) => <h5 id={anchorId(anchorOf(wordsIn(children)))}>{children}</h5>,
    a: ({ href = '', children }) => {
      const to = placeOf(href, place);
      return to === null ? (
        <span>{children}</span>
      ) : (
        <Link className="manual-link" onPress={() => onGo(to)}>
          {children}
        </Link>
      );
    },
    img: ({ src, alt = '' }) => <img src={manualPicture(typeof src === 'string' ? src : '', isDark)} alt={alt} />,
  };
  return (
    <Markdown remarkPlugins={[remarkGfm]} skipHtml components={components}>
      {markdown}
    </Markdown>
  );
}
