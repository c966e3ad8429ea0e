import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../text/text';
import { useUndoRedo } from './use-undo-redo';
import './history.css';

const mostShown = 40;

/** The steps that can be taken back, newest first; choosing one takes it and all newer ones back. */
export function StepList(): ReactNode {
  const { text, ago } = useText();
  const { undoable, redoable, undoMany, redo, sentenceOf } = useUndoRedo();
  const now = new Date().toISOString();
  return (
    <div className="step-list">
      <p className="quiet">{text('history.stepsHint')}</p>
      {redoable.length === 0 ? null : (
        <>
          <h3>{text('history.redoableTitle')}</h3>
          <ul>
            {redoable
              .slice(0, 3)
              .reverse()
              .map((step) => (
                <li key={step.target}>
                  <Button className="step step-undone" isDisabled={step !== redoable[0]} onPress={() => void redo()}>
                    {sentenceOf(step)}
                  </Button>
                </li>
              ))}
          </ul>
        </>
      )}
      <h3>{text('history.undoableTitle')}</h3>
      {undoable.length === 0 ? <p className="quiet">{text('history.nothingToUndo')}</p> : null}
      <ul>
        {undoable.slice(0, mostShown).map((step, index) => (
          <li key={step.target}>
            <Button className="step" onPress={() => void undoMany(index + 1)}>
              <span className="step-text">{sentenceOf(step)}</span>
              <span className="quiet">{ago(step.act.at, now)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
