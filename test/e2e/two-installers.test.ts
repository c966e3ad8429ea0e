import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginStory, storySteps, type Story } from '../story/two-installers';

describe('two installers at two computers with one folder', () => {
  let story: Story;

  beforeAll(async () => {
    story = await beginStory();
  });

  afterAll(() => story.end());

  // Each goes on where the one before has ended.
  it.each(storySteps.map((step) => [step.name, step] as const))('%s', async (_name, { play }) => {
    const seen = await play(story);
    expect(seen.map(({ what, found }) => [what, found])).toEqual(seen.map(({ what, expected }) => [what, expected]));
  });
});
