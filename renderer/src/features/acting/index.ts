export { useActing, type Acting } from './use-acting';
export { effectOf, type Effect } from './effect';
export { EffectLines, goneSentence, licenseSentences } from './EffectLines';
