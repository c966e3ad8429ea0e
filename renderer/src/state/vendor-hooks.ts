import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallAnswer, ChannelName, RequestOf } from '#core/ipc/channels';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { compareRingover, pullPlan, type PlannedAct } from '#core/vendors/ringover-compare';
import { defineFields, type PlanTypes } from '#core/vendors/remembered-ids';
import type { RingoverAccount } from '#core/vendors/ringover';
import type { RingoverLine } from '#core/vendors/ringover-lines';
import type { RingoverQuestion } from '#core/vendors/ringover-world';
import type { VendorAct, VendorFailure, VendorProgress } from '#core/vendors/vendor-failure';
import type { ActCall } from '../data/session';
import { ask, hear } from '../platform/bridge';
import { isRefused, useReading } from './model-hooks';
import { useSession } from './session-context';

/** Channels whose work takes long: it has a name, tells how far it is, and can be stopped. */
type JobChannel = Extract<
  ChannelName,
  | 'vendors.ringoverConnect'
  | 'vendors.ringoverRead'
  | 'vendors.ringoverPush'
  | 'vendors.panelRead'
  | 'vendors.panelWrite'
>;

export interface VendorJob {
  /** How far the work is that goes on; `null` while there is none. */
  readonly progress: VendorProgress | null;
  readonly run: <Name extends JobChannel>(
    name: Name,
    request: Omit<RequestOf<Name>, 'job' | 'ledger'>,
  ) => Promise<CallAnswer<Name>>;
  readonly stop: () => void;
}

const begun: VendorProgress = { done: 0, of: null };

/** Work with a vendor's system, one at a time. What goes on is stopped when whoever asked for it is gone. */
export function useVendorJob(): VendorJob {
  const { ledger } = useSession();
  const [progress, setProgress] = useState<VendorProgress | null>(null);
  const job = useRef<string | null>(null);
  useEffect(
    () =>
      hear('vendors.progress', ({ job: named, done, of }) => {
        if (named === job.current) setProgress({ done, of });
      }),
    [],
  );
  const stop = useCallback(() => {
    if (job.current !== null) void ask('vendors.stop', { job: job.current });
  }, []);
  useEffect(() => stop, [stop]);
  const run = useCallback(
    async <Name extends JobChannel>(name: Name, request: Omit<RequestOf<Name>, 'job' | 'ledger'>) => {
      const id = crypto.randomUUID();
      job.current = id;
      setProgress(begun);
      const answer = await ask(name, { ...request, job: id, ledger } as unknown as RequestOf<Name>);
      if (job.current === id) {
        job.current = null;
        setProgress(null);
      }
      return answer;
    },
    [ledger],
  );
  return useMemo(() => ({ progress, run, stop }), [progress, run, stop]);
}

/** A failure as the vendor's side tells it; what is wrong with the call itself is a defect. */
export type VendorProblem = VendorFailure | { readonly kind: 'defect' };

export function vendorProblem(failure: { readonly kind: string }): VendorProblem {
  const isOfCall = ['not-allowed', 'bad-request', 'defect'].includes(failure.kind);
  return isOfCall ? { kind: 'defect' } : (failure as VendorFailure);
}

/** Tells whether main has a key for this account. */
export async function hasRingoverKey(ledger: string): Promise<boolean> {
  const answer = await ask('vendors.ringoverKey', { ledger });
  return answer.ok && answer.value.isKnown;
}

export async function forgetRingoverKey(ledger: string): Promise<void> {
  await ask('vendors.ringoverForget', { ledger });
}

/** An act as the session takes it. */
export function asActs(acts: readonly VendorAct[]): ActCall | null {
  return acts.length === 0 ? null : ({ do: 'batch', args: { do: acts } } as unknown as ActCall);
}

export interface RingoverComparison {
  readonly question: RingoverQuestion;
  readonly lines: readonly RingoverLine[];
  /** The acts of some of the lines, each with the line that asks for it. */
  readonly planOf: (chosen: ReadonlySet<string>) => readonly PlannedAct[];
}

/** The vendor's account beside a group, again whenever the account here changes. */
export function useRingoverComparison(
  there: RingoverAccount,
  groupId: string,
  planTypes: PlanTypes,
): RingoverComparison {
  const session = useSession();
  const reading = useReading();
  const ids = useRef(new Map<string, string>());
  return useMemo(() => {
    const { rows } = reading;
    const tried = [
      ...defineFields(rows, 'ringover'),
      { do: 'group.update', args: { groupId, set: { fields: {} } } },
    ] as unknown as readonly ActCall[];
    const question: RingoverQuestion = {
      there,
      view: rows,
      groupId,
      planTypes,
      by: session.by,
      available: (poolId, typeId: LicenseTypeId) => {
        const pool = reading.ask('pool', { groupId: poolId }, session.today());
        return isRefused(pool) ? 0 : (pool.types[typeId]?.available ?? 0);
      },
      newId: (purpose) => {
        const id = ids.current.get(purpose) ?? session.newId();
        ids.current.set(purpose, id);
        return id;
      },
      remembers: reading.previewEach(tried).every((refusals) => refusals.length === 0),
    };
    const lines = compareRingover(question);
    return {
      question,
      lines,
      planOf: (chosen) =>
        pullPlan(
          lines.filter(({ id }) => chosen.has(id)),
          question,
        ),
    };
  }, [there, groupId, planTypes, session, reading]);
}
