import type { CommandId } from '../command-list';

/**
 * Words of one language that lead to each command in the palette, parted by commas. A command without words does not
 * compile: whoever adds one says what people would call it.
 */
export type CommandWords = { readonly [Id in CommandId]: string };
