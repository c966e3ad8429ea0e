import { z } from 'zod';
import { groupKinds } from '#core/model/vocabulary';
import type { View } from '#core/model/model';
import type { ProjectOutline } from '#core/ipc/project-channels';

type Line = ProjectOutline['lines'][number];

/** Groups that are shown of a file; a person who looks into it needs to recognise it, not to work in it. */
const mostLines = 500;

/** Outline of an account: its groups as they stand below each other, with what is in each. */
export function outlineOf(model: View): ProjectOutline {
  const lines: Line[] = [];
  const add = (groupId: string, depth: number): void => {
    if (lines.length >= mostLines) return;
    const { kind, name } = model.group(groupId);
    lines.push({ depth, kind, name, people: model.usersOf(groupId).size, devices: model.devicesOf(groupId).size });
    for (const child of model.children(groupId)) add(child, depth + 1);
  };
  if (model.isOpen) add(model.account.rootId, 0);
  return {
    groups: model.size('groups'),
    people: model.size('users'),
    numbers: model.size('numbers'),
    devices: model.size('devices'),
    lines,
  };
}

interface ViewGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof groupKinds)[number];
  readonly children?: readonly ViewGroup[] | undefined;
}

const viewGroup: z.ZodType<ViewGroup> = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(groupKinds),
  children: z.lazy(() => viewGroup.array().optional()),
});
const inGroup = z.object({ groupId: z.string() }).array();
const view = z.object({ tree: viewGroup, users: inGroup, devices: inGroup });

/** Outline of what can be read of one group; `null` where it is not what `view.json` holds. */
export function outlineOfView(bytes: Uint8Array | undefined): ProjectOutline | null {
  try {
    const { tree, users, devices } = view.parse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown,
    );
    const people = countByGroup(users);
    const machines = countByGroup(devices);
    const lines: Line[] = [];
    let groups = 0;
    const add = ({ id, kind, name, children = [] }: ViewGroup, depth: number): void => {
      groups += 1;
      if (lines.length < mostLines)
        lines.push({ depth, kind, name, people: people.get(id) ?? 0, devices: machines.get(id) ?? 0 });
      for (const child of children) add(child, depth + 1);
    };
    add(tree, 0);
    return { groups, people: users.length, numbers: null, devices: devices.length, lines };
  } catch {
    return null;
  }
}

function countByGroup(rows: readonly { readonly groupId: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { groupId } of rows) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  return counts;
}
