import { X } from 'lucide-react';
import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '../text/text';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { Notice } from './Notice';
import { createToastList, type ToastList } from './toasts';
import './Toast.css';

const ToastContext = createContext<ToastList | null>(null);

/** To say something in passing: `useToasts().show({ tone: 'success', title })`. */
export function useToasts(): ToastList {
  const list = useContext(ToastContext);
  if (list === null) throw new Error('useToasts stands outside of ToastProvider');
  return list;
}

/** One at a time, the newest: more of them would cover what is next. Whatever must still be read comes back when that one has gone. */
function ToastRegion({ list }: { readonly list: ToastList }): ReactNode {
  const messages = useSyncExternalStore(list.subscribe, list.current);
  const { text } = useText();
  return (
    <section
      className="toast-region"
      aria-label={text('ui.notifications')}
      aria-live="polite"
      onMouseEnter={() => list.hold(true)}
      onMouseLeave={() => list.hold(false)}
      onFocus={() => list.hold(true)}
      onBlur={() => list.hold(false)}
    >
      {messages.slice(-1).map((message) => (
        <div key={message.id} className="toast">
          <Notice
            tone={message.tone}
            title={message.title}
            rule={message.rule}
            actions={
              message.action === undefined ? undefined : (
                <Button
                  size="small"
                  onPress={() => {
                    message.action?.run();
                    list.dismiss(message.id);
                  }}
                >
                  {message.action.name}
                </Button>
              )
            }
          >
            {message.details}
          </Notice>
          <IconButton label={text('ui.dismiss')} icon={X} size="small" onPress={() => list.dismiss(message.id)} />
        </div>
      ))}
    </section>
  );
}

/** Holds the messages and shows them at the bottom right. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [list] = useState(() => createToastList((run, milliseconds) => void setTimeout(run, milliseconds)));
  return (
    <ToastContext.Provider value={list}>
      {children}
      <ToastRegion list={list} />
    </ToastContext.Provider>
  );
}
