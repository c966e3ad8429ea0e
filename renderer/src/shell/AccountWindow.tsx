import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { isGrantFileName } from '#core/ledger/file-names';
import { AttentionDialog, AttentionToasts } from '../features/attention';
import { CommandProvider, KeyHelp, MenuBar } from '../parts/commands';
import { Exports } from '../features/export';
import { FolderWayDialog, TurnFolder } from '../features/kept';
import { Grants } from '../features/grants';
import { Handovers } from '../features/handover';
import { Imports } from '../features/imports';
import { Palette } from '../features/palette';
import { ProjectFiles } from '../features/project-file';
import { LongWorkDialog } from '../parts/long-work';
import { Shortening } from '../features/shortening';
import { SmartListPane, SmartListSection } from '../features/smart-lists';
import { NotLetInBanner, Trust } from '../features/trust';
import { TreePane } from '../features/tree';
import { Vendors } from '../features/vendors';
import type { FolderToShare, LockState, SharedPlace, StartProblem } from '../state/start-hooks';
import { usePane, useShownList, useTheme } from '../state/view-hooks';
import { accountThereWords } from '../text/account-there';
import { useText } from '../text/text';
import { SplitPane } from '../ui/SplitPane';
import { applyTheme } from '../ui/theme';
import { useToasts } from '../ui/Toast';
import { ClockBanner } from './ClockBanner';
import { DayBanner } from './DayBanner';
import { StandingBanner } from './StandingBanner';
import { GroupPane } from './GroupPane';
import { PropertiesPane } from './PropertiesPane';
import { useStart } from './start-context';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import { WindowCommands, type OpenOverlay } from './WindowCommands';
import { usePropertiesPane } from './use-properties-pane';
import './shell.css';

export interface AccountWindowProps {
  readonly store: SharedPlace | null;
  readonly problem: StartProblem | null;
  readonly folderToShare: FolderToShare | null;
  readonly lock?: LockState | undefined;
}

/** Kinds that nothing failed over: they only have to be known. */
const remarks: ReadonlySet<StartProblem['kind']> = new Set(['opened-anew', 'without-tables', 'tables-made-anew']);

/** The window on an open account: tree, group, properties, and the bars around them. */
export function AccountWindow({ store, problem, folderToShare, lock }: AccountWindowProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const start = useStart();
  const toasts = useToasts();
  const { theme } = useTheme();
  const tree = usePane('tree');
  const properties = usePropertiesPane();
  const { list } = useShownList();
  const [overlay, setOverlay] = useState<OpenOverlay>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const isGrantDropped = dropped !== null && isGrantFileName(dropped.name);
  const close = useCallback(() => setOverlay(null), []);

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    if (problem !== null)
      toasts.show({
        tone: remarks.has(problem.kind) ? 'warning' : 'refusal',
        title: text(`start.problem.${problem.kind}`),
        details: [
          problem.there === undefined ? '' : accountThereWords(problem.there, writer),
          text(`start.problem.${problem.kind}.help`),
        ]
          .filter((line) => line !== '')
          .join(' '),
      });
  }, [problem, toasts, text, writer]);

  return (
    <CommandProvider>
      <WindowCommands onOpen={setOverlay} />
      <Trust place={store} lock={lock} actions={start} />
      <MenuBar />
      <div className="window">
        <TopBar />
        <DayBanner />
        <ClockBanner />
        <StandingBanner />
        <NotLetInBanner onAsk={() => void start.askToBeLetIn()} />
        <div className="window-panes">
          <SplitPane
            paneName="tree"
            landmark="navigation"
            landmarkLabel={text('tree.label')}
            side="start"
            initial={256}
            initialWide={340}
            least={200}
            most={560}
            label={text('shell.treeWidth')}
            width={tree.size}
            onResize={tree.resize}
            isHidden={!tree.shown}
            pane={
              <>
                <SmartListSection />
                <TreePane />
              </>
            }
          >
            <SplitPane
              paneName="properties"
              landmark="complementary"
              landmarkLabel={text('properties.title')}
              side="end"
              initial={264}
              initialWide={380}
              least={240}
              most={520}
              label={text('shell.propertiesWidth')}
              width={properties.size}
              onResize={properties.resize}
              isHidden={!properties.shown}
              isOver={properties.isOver}
              pane={<PropertiesPane />}
            >
              {list === null ? <GroupPane /> : <SmartListPane key={list} list={list} />}
            </SplitPane>
          </SplitPane>
        </div>
        <StatusBar place={store?.label ?? null} onShowAttention={() => setOverlay('attention')} />
      </div>
      <Palette
        isOpen={overlay === 'palette' || overlay === 'search'}
        mode={overlay === 'search' ? 'everywhere' : 'palette'}
        onClose={close}
      />
      <KeyHelp isOpen={overlay === 'keys'} onClose={close} />
      {overlay === 'attention' ? <AttentionDialog isOpen onClose={close} /> : null}
      <TurnFolder />
      <Shortening place={store?.label ?? null} />
      <FolderWayDialog folder={folderToShare} onAnswer={(way) => void start.shareFolderAs(way)} />
      <AttentionToasts onShow={() => setOverlay('attention')} />
      <Handovers />
      <Exports />
      <Vendors />
      <Imports onOwnFile={setDropped} />
      <Grants dropped={isGrantDropped ? dropped : null} />
      <ProjectFiles
        onTake={start.takeProject}
        dropped={isGrantDropped ? null : dropped}
        onDone={() => setDropped(null)}
      />
      <LongWorkDialog />
    </CommandProvider>
  );
}
