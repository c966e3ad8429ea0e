export { useActing, type Acting } from './use-acting';
export { useTrying, type Trying } from './use-trying';
export { together, type SingleCall } from './together';
export { ActDialog, EffectFirst, PreviewLines } from './ActDialog';
export { effectOf, type Effect } from './effect';
export { EffectLines, goneSentence, licenseSentences } from './EffectLines';
export { PeopleEffect, sentencesFor } from './PeopleEffect';
export { useDraft, type Draft } from './use-draft';
