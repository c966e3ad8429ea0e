import type { ReactNode } from 'react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import './ProgressBar.css';

/** Shows how far long work is; without a value it only says that it goes on. */
export function ProgressBar({ label, value }: { readonly label: string; readonly value: number | null }): ReactNode {
  return (
    <AriaProgressBar className="progress" {...(value === null ? { isIndeterminate: true } : { value: value * 100 })}>
      {({ percentage, valueText }) => (
        <>
          <span className="progress-head">
            <Label>{label}</Label>
            <span className="figure">{value === null ? '' : valueText}</span>
          </span>
          <span className={value === null ? 'progress-track progress-going' : 'progress-track'}>
            <span className="progress-fill" style={{ width: `${value === null ? 35 : (percentage ?? 0)}%` }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
