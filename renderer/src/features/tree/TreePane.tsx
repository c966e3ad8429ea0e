import { Ellipsis, FolderPlus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Preview } from '../../data/session';
import { useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useExpanded } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu, Menu } from '../../ui/Menu';
import { SearchField } from '../../ui/SearchField';
import { useSteady } from '../../ui/use-steady';
import { useActing } from '../../parts/acting';
import { keysOf, useCommandHandlers } from '../../parts/commands';
import { DeleteDialog } from './DeleteDialog';
import { DragHint } from './DragHint';
import { GenerateDialog } from '../generate';
import { MoveDialog } from './MoveDialog';
import { PasteSpecialDialog } from '../templates';
import { Tree } from './Tree';
import { topmostOf } from './tree-rows';
import { usePendingGroups } from './use-pending-ids';
import { moveCall, useTreeDrag } from './use-tree-drag';
import { useTreeEdits } from './use-tree-edits';
import { useTreeMenu } from './use-tree-menu';
import { useTreeState } from './use-tree-state';

type OpenDialog =
  | { readonly kind: 'move'; readonly ids: readonly string[]; readonly parentId?: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[]; readonly parentId: string }
  | { readonly kind: 'pasteSpecial'; readonly sources: readonly string[]; readonly targets: readonly string[] }
  | { readonly kind: 'generate'; readonly parentId: string };

const noIds: ReadonlySet<string> = new Set();
/** Opening everything below a group stops here: nobody reads more, and scrolling stays even. */
const mostOpened = 200_000;

/** The left pane: the tree with its filter, its menu and everything that is done in it. */
export function TreePane(): ReactNode {
  const { model } = useSession();
  const { text } = useText();
  const act = useActing();
  const { setExpanded, expanded } = useExpanded();
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);
  const filterField = useRef<HTMLInputElement>(null);
  const tree = useTreeState(filter);
  const pending = usePendingGroups();
  const focusTree = (): void => setFocusRequest((count) => count + 1);
  const { chosen, movable } = useFromRows((rows) => {
    const topmost = topmostOf(rows, [...tree.selected]);
    return { chosen: topmost, movable: topmost.filter((id) => rows.row('groups', id)?.parentId != null) };
  });
  const [first] = chosen;
  const edits = useTreeEdits(tree, focusTree);
  const create = useSteady(() => {
    if (first !== undefined) edits.startDraft(first);
  });
  const menu = useTreeMenu();

  const hasMovable = movable.length > 0;

  function onDrop(ids: readonly string[], parentId: string, before: string | undefined, preview: Preview): void {
    const needsChoice =
      !preview.ok && preview.refusals.some(({ code }) => code === 'NOT_TRANSFERABLE' || code === 'POOL_CHANGE');
    if (needsChoice) setDialog({ kind: 'move', ids, parentId });
    else void act(moveCall(ids, parentId, before), { say: true });
  }
  const drag = useTreeDrag(tree.selected, onDrop, (id) => setExpanded([id], true));

  function openBelow(id: string): void {
    const ids: string[] = [];
    for (const group of model.subtree(id)) {
      if (model.children(group.id).length > 0) ids.push(group.id);
      if (ids.length >= mostOpened) break;
    }
    setExpanded(ids, true);
  }

  function pasteSpecial(): void {
    if (edits.clipboard !== null)
      setDialog({ kind: 'pasteSpecial', sources: edits.clipboard.ids, targets: [...tree.selected] });
  }

  useCommandHandlers({
    'tree.create': {
      run: create,
    },
    'tree.generate': {
      run: () => {
        if (first !== undefined) setDialog({ kind: 'generate', parentId: first });
      },
    },
    'tree.rename': { run: () => edits.startRename(tree.focusId) },
    'tree.duplicate': { run: edits.duplicate, isEnabled: () => hasMovable },
    'tree.copy': { run: () => edits.takeUp('copy'), isEnabled: () => hasMovable },
    'tree.cut': { run: () => edits.takeUp('cut'), isEnabled: () => hasMovable },
    'tree.copyTemplate': { run: () => edits.takeUp('template'), isEnabled: () => hasMovable },
    'tree.pasteSpecial': { run: pasteSpecial, isEnabled: () => edits.clipboard !== null && !edits.clipboard.isCut },
    'tree.paste': {
      run: () => {
        if (edits.clipboard?.isTemplate === true) pasteSpecial();
        else edits.paste();
      },
      isEnabled: () => edits.clipboard !== null,
    },
    'tree.moveUp': { run: () => edits.reorder(-1), isEnabled: () => hasMovable },
    'tree.moveDown': { run: () => edits.reorder(1), isEnabled: () => hasMovable },
    'tree.moveTo': { run: () => setDialog({ kind: 'move', ids: movable }), isEnabled: () => hasMovable },
    'tree.delete': {
      run: () =>
        setDialog({
          kind: 'delete',
          ids: movable,
          parentId: model.row('groups', movable[0] ?? '')?.parentId ?? model.root.id,
        }),
      isEnabled: () => hasMovable,
    },
    'tree.selectAll': { run: tree.selectAll },
    'tree.expandSiblings': {
      run: () => setExpanded(model.children(model.row('groups', tree.focusId)?.parentId ?? ''), true),
    },
    'tree.expandBelow': { run: () => openBelow(tree.focusId) },
    'tree.collapseAll': {
      run: () =>
        setExpanded(
          [...expanded].filter((id) => id !== model.root.id),
          false,
        ),
    },
    'look.filter': { run: () => filterField.current?.focus() },
  });

  const menuLabel = useSteady(() => text('tree.menu', { name: model.row('groups', tree.focusId)?.name ?? '' }));
  return (
    <div className="tree-pane">
      <div className="tree-head">
        <SearchField label={text('tree.filter')} value={filter} onChange={setFilter} inputRef={filterField} />
        <IconButton label={text('command.create')} keys={keysOf('tree.create')} icon={FolderPlus} onPress={create} />
        <Menu
          label={menuLabel}
          trigger={<IconButton label={text('tree.more')} icon={Ellipsis} />}
          groups={menu}
          placement="bottom end"
        />
      </div>
      {tree.strays.length === 0 ? null : (
        <p className="tree-strays" role="status">
          <span>
            {text('table.strays', {
              count: tree.strays.length,
              name: model.row('groups', tree.strays[0] ?? '')?.name ?? '',
            })}
          </span>
          <Button size="small" onPress={() => setFilter('')}>
            {text('table.showAll')}
          </Button>
        </p>
      )}
      {tree.fits !== null && tree.fits.size === 0 && tree.strays.length === 0 ? (
        <p className="tree-nothing" role="status">
          {text('tree.filterNothing')}
        </p>
      ) : (
        <Tree
          lines={tree.lines}
          selected={tree.selected}
          focusId={tree.focusId}
          cut={edits.clipboard?.isCut === true ? new Set(edits.clipboard.ids) : noIds}
          pending={pending}
          fits={tree.fits}
          renamedId={edits.renamedId}
          draft={edits.draft}
          drag={drag}
          focusRequest={focusRequest}
          onFocusLine={tree.focusLine}
          onSelect={tree.select}
          onToggle={tree.toggle}
          onRename={edits.finishRename}
          onDraft={edits.finishDraft}
          onMenu={setMenuAt}
        />
      )}
      <DragHint drag={drag} />
      <ContextMenu
        label={menuLabel}
        at={menuAt}
        onClose={() => setMenuAt(null)}
        groups={menuAt === null ? [] : menu()}
      />
      {dialog?.kind === 'move' ? (
        <MoveDialog
          ids={dialog.ids}
          initialParentId={dialog.parentId}
          onClose={() => setDialog(null)}
          onMoved={() => {
            setDialog(null);
            if (dialog.ids[0] !== undefined) tree.reveal(dialog.ids[0]);
          }}
        />
      ) : null}
      {dialog?.kind === 'delete' ? (
        <DeleteDialog
          ids={dialog.ids}
          onClose={() => setDialog(null)}
          onDeleted={() => {
            tree.reveal(dialog.parentId);
            focusTree();
          }}
        />
      ) : null}
      {dialog?.kind === 'pasteSpecial' ? (
        <PasteSpecialDialog
          sources={dialog.sources}
          initialTargets={dialog.targets}
          onClose={() => setDialog(null)}
          onMade={(targets) => {
            setDialog(null);
            setExpanded(targets, true);
            focusTree();
          }}
        />
      ) : null}
      {dialog?.kind === 'generate' ? (
        <GenerateDialog
          parentId={dialog.parentId}
          onClose={() => setDialog(null)}
          onMade={() => {
            setDialog(null);
            setExpanded([dialog.parentId], true);
            focusTree();
          }}
        />
      ) : null}
    </div>
  );
}
