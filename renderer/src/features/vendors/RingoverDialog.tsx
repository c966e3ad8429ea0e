import { useCallback, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import {
  asksAboutPlans,
  keptPlanTypes,
  planTypesFor,
  ringoverPlansField,
  ringoverTypes,
  type PlanTypes,
} from '#core/vendors/remembered-ids';
import type { RingoverAccount } from '#core/vendors/ringover';
import { knownOn } from '#core/vendors/vendor-failure';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { useSession } from '../../state/session-context';
import {
  forgetRingoverKey,
  hasRingoverKey,
  useVendorJob,
  vendorProblem,
  type VendorProblem,
} from '../../state/vendor-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { RingoverLines } from './RingoverLines';
import type { RingoverMode } from './ringover-mode';
import { VendorProblemNotice } from './VendorProblemNotice';
import './vendors.css';

type Step =
  | { readonly at: 'looking' }
  | { readonly at: 'key'; readonly problem: VendorProblem | null }
  | { readonly at: 'reading' }
  | { readonly at: 'failed'; readonly problem: VendorProblem }
  | { readonly at: 'plans'; readonly there: RingoverAccount }
  | { readonly at: 'lines'; readonly there: RingoverAccount; readonly planTypes: PlanTypes };

export interface RingoverDialogProps {
  readonly mode: RingoverMode;
  readonly groupId: string;
  readonly onClose: () => void;
}

/** A group beside its account at Ringover: the key where there is none, the reading, what the plans are, then line by line. */
export function RingoverDialog({ mode, groupId, onClose }: RingoverDialogProps): ReactNode {
  const { text, day } = useText();
  const names = useNames();
  const { ledger, model } = useSession();
  const job = useVendorJob();
  const { run } = job;
  const [step, setStep] = useState<Step>({ at: 'looking' });

  const read = useCallback(async (): Promise<void> => {
    setStep({ at: 'reading' });
    const answer = await run('vendors.ringoverRead', {});
    if (!answer.ok) {
      const problem = vendorProblem(answer.failure);
      setStep(
        problem.kind === 'wrongKey' || problem.kind === 'notConnected'
          ? { at: 'key', problem }
          : { at: 'failed', problem },
      );
      return;
    }
    const there = answer.value;
    const kept = keptPlanTypes(model.row('groups', groupId)?.fields?.[ringoverPlansField]);
    setStep(
      asksAboutPlans(there.plans, kept)
        ? { at: 'plans', there }
        : { at: 'lines', there, planTypes: planTypesFor(there.plans, kept) },
    );
  }, [run, model, groupId]);

  useEffect(() => {
    let isGone = false;
    void hasRingoverKey(ledger).then((isKnown) => {
      if (isGone) return;
      if (isKnown) void read();
      else setStep({ at: 'key', problem: null });
    });
    return () => {
      isGone = true;
    };
  }, [ledger, read]);

  async function changeKey(): Promise<void> {
    await forgetRingoverKey(ledger);
    setStep({ at: 'key', problem: null });
  }

  const title = text(`vendor.ringover.${mode}`, { group: names.group(groupId) });
  if (step.at === 'lines')
    return (
      <RingoverLines
        title={title}
        mode={mode}
        groupId={groupId}
        there={step.there}
        planTypes={step.planTypes}
        job={job}
        onReadAgain={() => void read()}
        onChangeKey={() => void changeKey()}
        onClose={onClose}
      />
    );
  if (step.at === 'plans')
    return (
      <PlansQuestion
        title={title}
        there={step.there}
        kept={keptPlanTypes(model.row('groups', groupId)?.fields?.[ringoverPlansField])}
        onSay={(planTypes) => setStep({ at: 'lines', there: step.there, planTypes })}
        onClose={onClose}
      />
    );
  if (step.at === 'key')
    return (
      <KeyQuestion title={title} problem={step.problem} job={job} onConnected={() => void read()} onClose={onClose} />
    );
  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          {step.at === 'failed' ? (
            <>
              <Button onPress={() => void changeKey()}>{text('vendor.otherKey')}</Button>
              <Button onPress={() => void read()}>{text('vendor.readAgain')}</Button>
            </>
          ) : null}
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
        </>
      }
    >
      {step.at === 'failed' ? <VendorProblemNotice problem={step.problem} /> : null}
      {step.at === 'reading' ? (
        <ProgressBar
          label={text('vendor.reading')}
          value={job.progress?.of == null ? null : job.progress.done / Math.max(1, job.progress.of)}
        />
      ) : null}
      <p className="quiet">{text('vendor.knownOn', { day: day(knownOn) })}</p>
    </Dialog>
  );
}

interface KeyQuestionProps {
  readonly title: string;
  readonly problem: VendorProblem | null;
  readonly job: ReturnType<typeof useVendorJob>;
  readonly onConnected: () => void;
  readonly onClose: () => void;
}

const formId = 'ringover-key';

/** Asks for the key, once; main keeps it. */
function KeyQuestion({ title, problem: before, job, onConnected, onClose }: KeyQuestionProps): ReactNode {
  const { text, day } = useText();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState(before);
  const isTrying = job.progress !== null;

  async function connect(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (key.trim() === '' || isTrying) return;
    setProblem(null);
    const answer = await job.run('vendors.ringoverConnect', { key });
    if (answer.ok) {
      setKey('');
      onConnected();
    } else setProblem(vendorProblem(answer.failure));
  }

  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={onClose}
      summary={isTrying ? <span role="status">{text('vendor.connecting')}</span> : undefined}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" isDisabled={key.trim() === '' || isTrying}>
            {text('vendor.connect')}
          </Button>
        </>
      }
    >
      <form id={formId} className="vendor-form" onSubmit={(event) => void connect(event)}>
        {problem === null || problem.kind === 'notConnected' ? null : <VendorProblemNotice problem={problem} />}
        <p>{text('vendor.ringover.about')}</p>
        <TextField
          label={text('vendor.key')}
          type="password"
          value={key}
          onChange={setKey}
          hint={text('vendor.keyHint')}
          autoFocus
        />
        <p className="quiet">{text('vendor.knownOn', { day: day(knownOn) })}</p>
      </form>
    </Dialog>
  );
}

interface PlansQuestionProps {
  readonly title: string;
  readonly there: RingoverAccount;
  readonly kept: PlanTypes;
  readonly onSay: (types: PlanTypes) => void;
  readonly onClose: () => void;
}

/** Asks what each of the vendor's plans is here; it is kept with the first pull. */
function PlansQuestion({ title, there, kept, onSay, onClose }: PlansQuestionProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const [types, setTypes] = useState<PlanTypes>(() => planTypesFor(there.plans, kept));
  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" onPress={() => onSay(types)}>
            {text('vendor.plansDo')}
          </Button>
        </>
      }
    >
      <Notice tone="info" title={text('vendor.plansTitle', { team: there.team.name })}>
        {text('vendor.plansAsk')}
      </Notice>
      <div className="vendor-form">
        {there.plans.map(({ id, name, bought, used }) => (
          <Select<LicenseTypeId | 'none'>
            key={id}
            label={text('vendor.plan', { name: name || id, bought, used })}
            value={types.get(id) ?? 'none'}
            onChange={(type) => setTypes(new Map([...types, [id, type === 'none' ? null : type]]))}
            choices={[
              ...ringoverTypes.map((type) => ({ id: type, name: names.type(type) })),
              { id: 'none' as const, name: text('vendor.planNone') },
            ]}
          />
        ))}
      </div>
    </Dialog>
  );
}
