import { dayNumber, type Day } from '#core/kernel/day';
import { subjectOf, type BlockEvent, type ComingEvent } from '#core/queries/coming';
import type { MainTexts } from '../texts';

/** One notification. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** The group to show when the person takes it up. */
  readonly groupId: string;
  /** Everything that is told by it. */
  readonly keys: readonly string[];
}

/** Notifications one by one; beyond that one tells them all. */
const mostAtOnce = 3;
const mostNamed = 3;

/** Key that tells one event from every other of its ledger: when a block's end moves, its reminders are new ones. */
export function keyOf(event: ComingEvent): string {
  return keyOn(event.day, event.kind, subjectOf(event));
}

/** The key of an event by what it is. */
export function keyOn(day: Day, kind: ComingEvent['kind'], subject: string): string {
  return `${day} ${kind} ${subject}`;
}

/**
 * Notices to a person about events that are due: of each block only the newest, as older ones say nothing more, and one
 * summary where there are many blocks, as after some days off.
 */
export function noticesOf(due: readonly ComingEvent[], today: Day, texts: MainTexts): readonly Notice[] {
  // The contract is told by itself: it is no license among others.
  const renewals = due
    .filter((event) => event.kind === 'contractRenews')
    .map((event) => ({
      title: texts.contractRenews(event.groupName),
      body: texts.contractRenewsOn(event.day),
      groupId: event.groupId,
      keys: [keyOf(event)],
    }));
  const byBlock = new Map<string, BlockEvent[]>();
  for (const event of due)
    if (event.kind !== 'contractRenews') byBlock.set(event.blockId, [...(byBlock.get(event.blockId) ?? []), event]);
  const blocks = [...byBlock.values()].map((events) => ({ newest: newestOf(events), keys: events.map(keyOf) }));
  if (blocks.length <= mostAtOnce)
    return [
      ...renewals,
      ...blocks.map(({ newest, keys }) => ({ ...say(newest, today, texts), groupId: newest.groupId, keys })),
    ];
  const ended = blocks.filter(({ newest }) => newest.endsOn < today).length;
  const named = blocks.slice(0, mostNamed).map(({ newest }) => texts.ends(newest, today));
  return [
    ...renewals,
    {
      title: texts.summary(ended, blocks.length - ended),
      body: [...named, texts.more(blocks.length - named.length)].join('\n'),
      groupId: commonGroup(blocks.map(({ newest }) => newest.path)),
      keys: blocks.flatMap(({ keys }) => keys),
    },
  ];
}

function newestOf(events: readonly BlockEvent[]): BlockEvent {
  // On the last day the end says more than a reminder of it.
  return events.reduce((newest, event) =>
    event.day > newest.day || (event.day === newest.day && event.kind === 'end') ? event : newest,
  );
}

function say(event: BlockEvent, today: Day, texts: MainTexts): Pick<Notice, 'title' | 'body'> {
  const days = dayNumber(event.endsOn) - dayNumber(today);
  const when = days > 0 ? [texts.inDays(days)] : days === 0 ? [texts.lastDay] : [];
  const who = event.kind === 'reminder' ? [texts.recipients(event.recipients, event.groupName)] : [];
  return { title: texts.ends(event, today), body: [...when, ...who].join(' ') };
}

/** The deepest group that all of them lie in. */
function commonGroup(paths: readonly (readonly string[])[]): string {
  const [first = []] = paths;
  let depth = 0;
  while (depth < first.length && paths.every((path) => path[depth] === first[depth])) depth += 1;
  return first[Math.max(0, depth - 1)] ?? '';
}
