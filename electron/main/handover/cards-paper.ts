import { encodeQR } from 'qr';
import { codeOf } from '#core/handover/card-code';
import type { Handover, HandoverPlace } from '#core/handover/handover';
import type { Language } from '#core/kernel/language';
import { writePath } from '#core/kernel/written-path';
import { escaped, paperPage } from './paper';
import { paperWords } from './paper-words';

/** Cards between two rests: a code takes about a millisecond. */
const cardsAtOnce = 20;
/** A sheet of labels of 70 by 37 mm, three beside each other and eight below. */
const cardsOnASheet = 24;

const cardStyle = `
@page { size: A4; margin: 0; }
.sheet { width: 210mm; height: 297mm; display: grid; grid-template-columns: repeat(3, 70mm); grid-template-rows: repeat(8, 37.125mm); break-after: page; overflow: hidden; }
.sheet:last-child { break-after: auto; }
.card { padding: 5mm 4mm 5mm 5mm; display: flex; gap: 4mm; align-items: center; overflow: hidden; }
.card svg { width: 25mm; height: 25mm; flex: none; }
.card div { min-width: 0; overflow: hidden; max-height: 27mm; font-size: 7pt; line-height: 1.25; overflow-wrap: anywhere; }
.card b { display: block; font-size: 10pt; line-height: 1.15; }
.card span { display: block; }
`;

/** A code as one path of squares. The empty ones around it that readers need are the label's own edge. */
function codePicture(text: string): string {
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const path = squares
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('');
  // The encoder wants at least one empty square around it; it is left out of sight.
  const size = String(squares.length - 2);
  return `<svg viewBox="1 1 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${escaped(text)}"><path d="${path}"/></svg>`;
}

function card(place: HandoverPlace, sectionName: string, handover: Handover): string {
  const where = [sectionName, ...place.path].filter((name) => name !== handover.name);
  const numbers = [...place.numbers, ...place.people.flatMap((person) => person.numbers)].slice(0, 2);
  return `<div class="card">${codePicture(codeOf(place.id))}<div><b>${escaped(place.name)}</b><span>${escaped(writePath(where))}</span><span>${escaped(handover.name)}</span>${numbers.map((number) => `<span>${escaped(number)}</span>`).join('')}</div></div>`;
}

/** A card for each apartment, on sheets of labels. Rests now and then, and says how many are done; ends early when it is given up. */
export async function cardsPaper(
  handover: Handover,
  language: Language,
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<string> {
  const apartments = handover.sections.flatMap(({ name, places }) =>
    places.filter(({ kind }) => kind === 'apartment').map((place) => ({ name, place })),
  );
  const cards: string[] = [];
  for (const [index, { name, place }] of apartments.entries()) {
    if (index % cardsAtOnce === 0) {
      onProgress(index / apartments.length);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
    cards.push(card(place, name, handover));
  }
  const sheets: string[] = [];
  for (let from = 0; from < cards.length; from += cardsOnASheet)
    sheets.push(`<div class="sheet">${cards.slice(from, from + cardsOnASheet).join('')}</div>`);
  const words = paperWords(language);
  return paperPage(language, `${words.cards}: ${handover.name}`, sheets.join('\n'), cardStyle);
}
