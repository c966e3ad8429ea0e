import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beginStory, storySteps, type Observation, type Story, type StoryStep } from '../story/two-installers';

const pictureFolder = path.join(process.env['TRELLIS_APP'] ?? '.', 'out', 'demo');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function takePictures(story: Story, step: StoryStep, number: number): Promise<void> {
  for (const who of step.shows) await story[who].window.picture(`demo/${String(number).padStart(2, '0')}-${who}`);
}

function isAsExpected({ expected, found }: Observation): boolean {
  return JSON.stringify(expected) === JSON.stringify(found);
}

async function playStory(story: Story): Promise<readonly Observation[]> {
  for (const [index, step] of storySteps.entries()) {
    say(`${String(index + 1).padStart(2)}. ${step.name}`);
    const seen = await step.play(story);
    await takePictures(story, step, index + 1);
    const differing = seen.filter((observation) => !isAsExpected(observation));
    if (differing.length > 0) return differing;
  }
  return [];
}

async function main(): Promise<number> {
  rmSync(pictureFolder, { recursive: true, force: true });
  mkdirSync(pictureFolder, { recursive: true });
  const story = await beginStory();
  try {
    const differing = await playStory(story);
    for (const { what, expected, found } of differing)
      say(`differs: ${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    if (differing.length > 0) return 1;
    const { groups, users, seats, hash } = await story.ada.digest();
    say(
      `both windows and the folder: ${String(groups)} groups, ${String(users)} people, ${String(seats)} licenses held, digest ${hash.slice(0, 12)}…`,
    );
    say(`pictures in ${path.relative(process.cwd(), pictureFolder)}`);
    say('demo ok');
    return 0;
  } catch (error) {
    say(`it does not go on: ${error instanceof Error ? error.message : String(error)}`);
    for (const who of ['ada', 'ben'] as const) await story[who].window.picture(`demo/stuck-${who}`);
    return 1;
  } finally {
    await story.end();
  }
}

process.exitCode = await main();
