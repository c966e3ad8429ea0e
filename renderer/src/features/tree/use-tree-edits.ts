import { useState } from 'react';
import type { GroupKind } from '#core/model/rows';
import type { ActCall, ActOutcome } from '../../data/session';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useToasts } from '../../ui/Toast';
import { useActing } from '../../parts/acting';
import type { Draft } from './DraftLine';
import { guessKind, nextName } from '../../parts/groups';
import { topmostOf } from './tree-rows';
import { moveCall } from './use-tree-drag';
import type { TreeState } from './use-tree-state';

interface Clipboard {
  readonly ids: readonly string[];
  readonly isCut: boolean;
  /** Taken up to be pasted many times; pasting asks how. */
  readonly isTemplate: boolean;
}

export interface TreeEdits {
  readonly draft: Draft | null;
  readonly renamedId: string | null;
  readonly clipboard: Clipboard | null;
  readonly startDraft: (parentId: string) => void;
  readonly finishDraft: (made: { readonly kind: GroupKind; readonly name: string } | null, again: boolean) => void;
  readonly startRename: (id: string) => void;
  readonly finishRename: (id: string, name: string | null) => void;
  readonly takeUp: (how: 'copy' | 'cut' | 'template') => void;
  readonly paste: () => void;
  readonly duplicate: () => void;
  readonly reorder: (step: -1 | 1) => void;
}

/** Edits groups in the tree itself: making, naming, copying, putting in order. */
export function useTreeEdits(tree: TreeState, focusTree: () => void): TreeEdits {
  const session = useSession();
  const { model } = session;
  const { text } = useText();
  const act = useActing();
  const toasts = useToasts();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [renamedId, setRenamedId] = useState<string | null>(null);
  const [clipboard, setClipboard] = useState<Clipboard | null>(null);
  const chosen = (): readonly string[] => topmostOf(model, [...tree.selected]);

  /** The first group that a commit made. */
  function madeBy(outcome: ActOutcome): string | null {
    if (!outcome.ok) return null;
    const change = session
      .record(outcome.commit)
      ?.changes.find(({ table, before }) => table === 'groups' && before === undefined);
    return change?.id ?? null;
  }

  async function actAndReveal(call: ActCall): Promise<void> {
    const made = madeBy(await act(call));
    if (made !== null) tree.reveal(made);
    focusTree();
  }

  function startDraft(parentId: string): void {
    if (model.row('groups', parentId) === undefined) return;
    const kind = guessKind(model, parentId);
    const siblings = model
      .children(parentId)
      .flatMap((id) => model.row('groups', id) ?? [])
      .filter((group) => group.kind === kind);
    const name =
      nextName(siblings) ??
      (kind === 'apartment' || kind === 'floor' || kind === 'building' || kind === 'entrance'
        ? text('tree.numbered', { name: text(`kind.${kind}`), number: siblings.length + 1 })
        : text(`kind.${kind}`));
    if (tree.lines.some((line) => line.id === parentId && line.hasChildren && !line.isExpanded)) tree.toggle(parentId);
    setDraft((former) => ({ parentId, kind, name, turn: (former?.turn ?? 0) + 1 }));
  }

  async function create(parentId: string, kind: GroupKind, name: string, again: boolean): Promise<void> {
    const outcome = await act({ do: 'group.create', args: { parentId, kind, name } });
    const made = madeBy(outcome);
    if (made === null) return;
    if (again) startDraft(parentId);
    else {
      tree.reveal(made);
      focusTree();
    }
  }

  function copyCall(
    ids: readonly string[],
    parentOf: (id: string) => string,
    nameOf: (id: string) => string | undefined,
  ): ActCall {
    const calls = ids.map((groupId) => {
      const name = nameOf(groupId);
      return {
        do: 'group.copy' as const,
        args: { groupId, parentId: parentOf(groupId), ...(name === undefined ? {} : { name }) },
      };
    });
    const [only] = calls;
    return only !== undefined && calls.length === 1 ? only : { do: 'batch', args: { do: calls } };
  }

  return {
    draft,
    renamedId,
    clipboard,
    startDraft,
    startRename: setRenamedId,
    finishDraft(made, again) {
      const parentId = draft?.parentId;
      setDraft(null);
      if (made === null || parentId === undefined) focusTree();
      else void create(parentId, made.kind, made.name, again);
    },
    finishRename(id, name) {
      setRenamedId(null);
      focusTree();
      const group = model.row('groups', id);
      if (group === undefined || name === null || name.trim() === group.name) return;
      void act({ do: 'group.update', args: { groupId: id, set: { name }, was: { name: group.name } } });
    },
    takeUp(how) {
      const ids = chosen();
      const [first] = ids;
      if (first === undefined) return;
      setClipboard({ ids, isCut: how === 'cut', isTemplate: how === 'template' });
      toasts.show({
        tone: 'info',
        title: text(how === 'template' ? 'clipboard.template' : how === 'cut' ? 'clipboard.cut' : 'clipboard.copied', {
          count: ids.length,
          name: model.row('groups', first)?.name,
        }),
      });
    },
    paste() {
      const [parentId] = chosen();
      if (clipboard === null || parentId === undefined) return;
      const ids = clipboard.ids.filter((id) => model.row('groups', id) !== undefined);
      if (ids.length === 0) return;
      if (clipboard.isCut) setClipboard(null);
      void actAndReveal(
        clipboard.isCut
          ? moveCall(ids, parentId)
          : copyCall(
              ids,
              () => parentId,
              () => undefined,
            ),
      );
    },
    duplicate() {
      const ids = chosen().filter((id) => model.row('groups', id)?.parentId != null);
      if (ids.length === 0) return;
      void actAndReveal(
        copyCall(
          ids,
          (id) => model.row('groups', id)?.parentId ?? id,
          (id) => {
            const group = model.row('groups', id);
            const siblings = model
              .children(group?.parentId ?? '')
              .flatMap((sibling) => model.row('groups', sibling) ?? [])
              .filter(({ kind }) => kind === group?.kind);
            return /\d/.test(group?.name ?? '')
              ? (nextName(siblings) ?? undefined)
              : text('tree.copyName', { name: group?.name });
          },
        ),
      );
    },
    reorder(step) {
      const [id] = chosen();
      const parentId = id === undefined ? null : (model.row('groups', id)?.parentId ?? null);
      if (id === undefined || parentId === null) return;
      const siblings = model.children(parentId);
      const at = siblings.indexOf(id);
      if (step === -1 ? at <= 0 : at >= siblings.length - 1) return;
      const before = step === -1 ? siblings[at - 1] : siblings[at + 2];
      void act(moveCall([id], parentId, before));
    },
  };
}
