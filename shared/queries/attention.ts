import { defineQuery, nothing } from './query';

/** Own acts that could not be kept as they were meant: local, so anybody at this computer may see them. */
export const attentionQuery = defineQuery({
  name: 'attention',
  args: nothing,
  answer: (question) => question.attention,
});
