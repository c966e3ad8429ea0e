/** The two ways in which acts are put in order in a folder. */
export type FolderWay = 'exclusive' | 'kept';

/**
 * Guess at how others get at a folder. `exclusive`: a server keeps it, which decides who comes first. `kept`: a
 * program copies it, or it is carried. `because` says what speaks for it; `null` is doubt.
 */
export interface FolderGuess {
  readonly kind: FolderWay;
  readonly because: { readonly what: 'program' | 'server' | 'mount'; readonly name: string } | null;
}

/** A guess about a folder that somebody chose; `isSettled` when what lies there says which way it is. */
export interface ChosenFolder extends FolderGuess {
  readonly isSettled: boolean;
}
