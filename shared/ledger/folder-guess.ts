/**
 * Guess at how others get at a folder. `exclusive`: a server keeps it, which decides who comes first. `kept`: a
 * program copies it, or it is carried. `because` says what speaks for it; `null` is doubt.
 */
export interface FolderGuess {
  readonly kind: 'exclusive' | 'kept';
  readonly because: { readonly what: 'program' | 'server' | 'mount'; readonly name: string } | null;
}
