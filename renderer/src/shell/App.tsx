import { useEffect, type ReactNode } from 'react';
import { FirstStart, Unopened, WhoAreYou } from '../features/first-start';
import { ManualProvider } from '../features/manual';
import { LockCover, NotLetIn } from '../features/trust';
import { SystemMenuContext, type SystemMenu } from '../platform/system-menu';
import { useStartState, type Start, type StartState } from '../state/start-hooks';
import { AccountProvider } from '../state/session-context';
import { TextProvider } from '../text/text';
import { ToastProvider } from '../ui/Toast';
import { AccountWindow } from './AccountWindow';
import { CrashBoundary } from './CrashBoundary';
import { StartContext } from './start-context';

export interface AppProps {
  readonly start: Start;
  /** What the window shows is what it was asked to show. */
  readonly onReady: () => void;
  readonly onDefect: (error: unknown) => void;
  readonly systemMenu?: SystemMenu | undefined;
}

function Content({ state, start }: { readonly state: StartState; readonly start: Start }): ReactNode {
  switch (state.kind) {
    case 'starting':
      return null;
    case 'opening':
      return <FirstStart actions={start} problem={null} accounts={[]} isOpening joining={state.joining} />;
    case 'choosing':
      return <FirstStart actions={start} problem={state.problem} accounts={state.accounts ?? []} isOpening={false} />;
    case 'unopened':
      return <Unopened {...state} actions={start} />;
    case 'notLetIn':
      return <NotLetIn state={state} actions={start} />;
    case 'whoAreYou':
      return <WhoAreYou people={state.people} actions={start} />;
    case 'locked':
      return <LockCover actions={start} isOver={false} />;
    case 'open':
      return (
        <AccountProvider account={state.account}>
          <AccountWindow {...state} />
          {state.lock?.isLocked === true ? <LockCover actions={start} isOver /> : null}
        </AccountProvider>
      );
  }
}

export function App({ start, onReady, onDefect, systemMenu }: AppProps): ReactNode {
  const state = useStartState(start);
  const isSettled = state.kind !== 'starting' && state.kind !== 'opening';
  useEffect(() => {
    if (isSettled) onReady();
  }, [isSettled, onReady]);
  return (
    <TextProvider>
      <CrashBoundary onDefect={onDefect}>
        <ToastProvider>
          <StartContext.Provider value={start}>
            <SystemMenuContext.Provider value={systemMenu ?? null}>
              <ManualProvider>
                <Content state={state} start={start} />
              </ManualProvider>
            </SystemMenuContext.Provider>
          </StartContext.Provider>
        </ToastProvider>
      </CrashBoundary>
    </TextProvider>
  );
}
