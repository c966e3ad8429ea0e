import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text';
import './Notice.css';

export type NoticeTone = 'refusal' | 'warning' | 'info' | 'success';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: ReactNode | undefined;
  readonly children?: ReactNode | undefined;
  /** The rule behind it, small and quiet. */
  readonly rule?: string | undefined;
  readonly actions?: ReactNode | undefined;
  /** Read out as soon as it appears. */
  readonly isLive?: boolean | undefined;
}

const icons: { readonly [T in NoticeTone]: LucideIcon } = {
  refusal: CircleAlert,
  warning: TriangleAlert,
  info: Info,
  success: CircleCheck,
};

/** A box that says why something was refused, what to mind, or what happened. */
export function Notice({ tone, title, children, rule, actions, isLive = false }: NoticeProps): ReactNode {
  const { text } = useText();
  const Icon = icons[tone];
  return (
    <div className={`notice notice-${tone}`} {...(isLive ? { role: tone === 'refusal' ? 'alert' : 'status' } : {})}>
      <Icon size="1.2em" aria-hidden className="notice-icon" />
      <div className="notice-body selectable">
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children === undefined ? null : <div>{children}</div>}
        {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
      </div>
      {rule === undefined ? null : (
        <span className="notice-rule" title={text('ui.rule', { id: rule })}>
          {rule}
        </span>
      )}
    </div>
  );
}
