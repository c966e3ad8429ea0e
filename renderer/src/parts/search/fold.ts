/** Letters that Unicode does not take apart, and how people type them who do not have the key. */
const letters: { readonly [letter: string]: string } = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '’': "'",
};

/** A text as it is compared, and where each of its letters came from. */
export interface FoldedText {
  readonly folded: string;
  /** Per letter of `folded`: from where in the text it came; one more at the end. */
  readonly from: readonly number[];
}

const plain = /^[\x00-\x7f]*$/;

/**
 * A text as it is compared: without case and marks, and with ae, oe, ue as the letters that are also written so.
 * Müller, Mueller, MULLER and Muller are the same.
 */
export function foldText(text: string): string {
  return plain.test(text) ? text.toLowerCase().replace(/([aou])e/g, '$1') : foldWithPlaces(text).folded;
}

export function foldWithPlaces(text: string): FoldedText {
  let folded = '';
  const from: number[] = [];
  let mayDropE = false;
  let at = 0;
  for (const sign of text) {
    const lower = sign.toLowerCase();
    for (const letter of (letters[lower] ?? lower).normalize('NFD').replace(/[\u0300-\u036f]/g, '')) {
      if (letter === 'e' && mayDropE) {
        mayDropE = false;
        continue;
      }
      mayDropE = letter === 'a' || letter === 'o' || letter === 'u';
      folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) from.push(at);
    }
    at += sign.length;
  }
  from.push(at);
  return { folded, from };
}
