/** The same keys as another part of a catalogue, in another language: one too few or too many does not compile. */
export type Translation<Part> = { readonly [Key in keyof Part]: string };
