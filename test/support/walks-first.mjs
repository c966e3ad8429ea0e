import { BaseSequencer } from 'vitest/node';

/** Files that go through every screen take longest by far: begun last, they would leave the other cores idle at the end. */
const longest = ['accessible', 'keyboard', 'hanging-share', 'trust', 'kill'];

/** Begins with the longest files of the window's tests, so that the workers end together. */
export class WalksFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }) {
  const place = longest.findIndex((name) => moduleId.includes(`/${name}.`));
  return place === -1 ? longest.length : place;
}
