import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import type { PanelReading } from '#core/vendors/panel';
import { panelAddresses } from '#core/vendors/panel-addresses';
import { comparePanel, itemsToWrite, panelActs } from '#core/vendors/panel-compare';
import { defineFields, panelAddressField } from '#core/vendors/remembered-ids';
import type { PanelReport } from '#core/vendors/sent';
import { knownOn } from '#core/vendors/vendor-failure';
import type { ActCall } from '../../data/session';
import { useActing } from '../../parts/acting';
import { useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { asActs, useVendorJob, vendorProblem, type VendorProblem } from '../../state/vendor-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { TextField } from '../../ui/TextField';
import { panelView } from './panel-view';
import { PanelLines } from './PanelLines';
import { PanelReportTable } from './PanelReportTable';
import { VendorProblemNotice } from './VendorProblemNotice';
import './vendors.css';

export interface PanelDialogProps {
  readonly buildingId: string;
  readonly onClose: () => void;
}

const formId = 'panel-login';

/** A building beside a panel: who it is, what it holds, what would be written, and what became of it. */
export function PanelDialog({ buildingId, onClose }: PanelDialogProps): ReactNode {
  const { text, day } = useText();
  const names = useNames();
  const act = useActing();
  const session = useSession();
  const { rows, previewEach } = useReading();
  const job = useVendorJob();
  const kept = useMemo(
    () =>
      [...rows.rows('devices')].flatMap(({ groupId, fields }) => {
        const address = fields?.[panelAddressField];
        return typeof address === 'string' && rows.isWithin(groupId, buildingId) ? [address] : [];
      }),
    [rows, buildingId],
  );
  const [address, setAddress] = useState(kept[0] ?? '');
  const [user, setUser] = useState('admin');
  const [password, setPassword] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [reading, setReading] = useState<PanelReading | null>(null);
  const [report, setReport] = useState<PanelReport | null>(null);
  const [problem, setProblem] = useState<VendorProblem | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());

  const lines = useMemo(
    () => (reading === null ? [] : comparePanel(panelAddresses(panelView(rows), buildingId), reading.apartments)),
    [reading, rows, buildingId],
  );
  const items = useMemo(() => itemsToWrite(lines, leftOut), [lines, leftOut]);
  const isBusy = job.progress !== null;
  const title = text('vendor.panel.title', { building: names.group(buildingId) });

  async function read(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (address.trim() === '' || isBusy) return;
    setProblem(null);
    setReport(null);
    const answer = await job.run('vendors.panelRead', {
      address,
      user,
      password: password === '' ? null : password,
      keeps,
    });
    if (answer.ok) setReading(answer.value);
    else {
      setReading(null);
      setProblem(vendorProblem(answer.failure));
    }
  }

  async function write(): Promise<void> {
    if (reading === null) return;
    setProblem(null);
    const canDefine = previewEach(defineFields(rows, 'panels') as unknown as readonly ActCall[]);
    const registering = asActs(
      panelActs(
        rows,
        { groupId: buildingId, address: address.trim(), info: reading.info },
        session.newId,
        canDefine.every((refusals) => refusals.length === 0),
      ),
    );
    if (registering !== null) await act(registering);
    const answer = await job.run('vendors.panelWrite', { address, user, items: [...items] });
    if (!answer.ok) {
      setProblem(vendorProblem(answer.failure));
      return;
    }
    setReport(answer.value);
    if (answer.value.apartments !== null) setReading({ ...reading, apartments: answer.value.apartments });
  }

  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={isBusy ? job.stop : onClose}
      size="large"
      summary={
        reading === null || report !== null ? undefined : (
          <span role="status">
            {text('vendor.panel.summary', {
              count: items.length,
              unaddressed: lines.filter(({ state }) => state === 'unaddressed').length,
            })}
          </span>
        )
      }
      actions={
        <>
          {report === null ? null : (
            <Button
              onPress={() => {
                setReport(null);
                setReading(null);
                setAddress('');
              }}
            >
              {text('vendor.panel.another')}
            </Button>
          )}
          {isBusy ? (
            <Button onPress={job.stop}>{text('vendor.stop')}</Button>
          ) : (
            <Button onPress={onClose}>{text(report === null ? 'ui.cancel' : 'ui.close')}</Button>
          )}
          {reading === null ? (
            <Button type="submit" form={formId} tone="primary" isDisabled={address.trim() === '' || isBusy}>
              {text('vendor.panel.read')}
            </Button>
          ) : report === null ? (
            <Button
              tone="primary"
              isDisabled={items.length === 0 || isBusy || reading.isManaged}
              onPress={() => void write()}
            >
              {text('vendor.panel.write', { count: items.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {problem === null ? null : <VendorProblemNotice problem={problem} />}
      {reading === null ? (
        <form id={formId} className="vendor-form" onSubmit={(event) => void read(event)}>
          <TextField
            label={text('vendor.panel.address')}
            value={address}
            onChange={setAddress}
            placeholder="192.168.1.20"
            hint={text('vendor.panel.addressHint')}
            autoFocus
          />
          {kept.length < 2 ? null : (
            <div className="vendor-kept" role="group" aria-label={text('vendor.panel.kept')}>
              {kept.map((one) => (
                <Button key={one} size="small" tone="quiet" onPress={() => setAddress(one)}>
                  {one}
                </Button>
              ))}
            </div>
          )}
          <TextField label={text('vendor.panel.user')} value={user} onChange={setUser} />
          <TextField
            label={text('vendor.panel.password')}
            type="password"
            value={password}
            onChange={setPassword}
            hint={text('vendor.panel.passwordHint')}
          />
          <Checkbox label={text('vendor.panel.keeps')} isSelected={keeps} onChange={setKeeps} />
          <p className="quiet">{text('vendor.knownOn', { day: day(knownOn) })}</p>
        </form>
      ) : (
        <p className="vendor-head">
          {text('vendor.panel.found', {
            model: reading.info.model,
            serial: reading.info.serial,
            firmware: reading.info.firmware,
            count: reading.apartments.length,
          })}
        </p>
      )}
      {isBusy ? (
        <ProgressBar
          label={text(reading === null ? 'vendor.panel.reading' : 'vendor.sending')}
          value={job.progress.of === null ? null : job.progress.done / Math.max(1, job.progress.of)}
        />
      ) : null}
      {reading?.isManaged === true ? (
        <Notice tone="warning" title={text('vendor.problem.managed')}>
          {text('vendor.problem.managed.help')}
        </Notice>
      ) : null}
      {report !== null ? (
        <PanelReportTable title={title} buildingId={buildingId} report={report} />
      ) : reading === null ? null : (
        <PanelLines title={title} buildingId={buildingId} lines={lines} leftOut={leftOut} onLeaveOut={setLeftOut} />
      )}
    </Dialog>
  );
}
