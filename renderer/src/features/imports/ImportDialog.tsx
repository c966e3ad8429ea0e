import { FileUp } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import {
  largestFile,
  likelyEncoding,
  type EncodingChoice,
  type FileTables,
  type LegacyEncoding,
} from '#core/sheets/table-failure';
import { useFileReader, type ReadFile } from '../../state/import-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { RadioGroup } from '../../ui/RadioGroup';
import { ImportedRows } from './ImportedRows';
import './imports.css';

type Failure = Extract<ReadFile, { readonly ok: false }>['failure'];

type Step =
  | { readonly at: 'asking'; readonly failure: Failure | null }
  | { readonly at: 'reading'; readonly share: number | null }
  | { readonly at: 'encoding'; readonly choices: readonly EncodingChoice[] }
  | { readonly at: 'rows'; readonly file: FileTables };

interface KeptImport {
  readonly file: File | null;
  readonly read: FileTables | null;
}

export interface ImportDialogProps {
  /** A file that was dropped; `null` asks for one. */
  readonly given: File | null;
  readonly groupId: string;
  readonly onClose: () => void;
}

/** A file from choosing it to its rows. Nothing changes before they are applied. */
export function ImportDialog({ given, groupId, onClose }: ImportDialogProps): ReactNode {
  const { text } = useText();
  const read = useFileReader();
  // The file that was read last is there again until it is applied; one that is dropped now takes its place.
  const kept = useKeptDraft<KeptImport>('import', { file: null, read: null });
  const [file, setFile] = useState<File | null>(given);
  const [encoding, setEncoding] = useState<LegacyEncoding | null>(null);
  const [step, setStep] = useState<Step>(() =>
    given === null && kept.value.read !== null
      ? { at: 'rows', file: kept.value.read }
      : { at: 'asking', failure: null },
  );
  const keep = useEffectEvent((read: FileTables) => kept.set({ file, read }));

  useEffect(() => {
    if (file === null) return undefined;
    const giving = new AbortController();
    void (async () => {
      if (file.size > largestFile) {
        setStep({ at: 'asking', failure: { code: 'TOO_LARGE', most: largestFile } });
        return;
      }
      setStep({ at: 'reading', share: null });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const outcome = await read(bytes, encoding, {
        signal: giving.signal,
        onProgress: (share) => setStep({ at: 'reading', share }),
      });
      if (giving.signal.aborted) return;
      if (outcome.ok) {
        keep(outcome.file);
        setStep({ at: 'rows', file: outcome.file });
      } else if (outcome.failure.code === 'ENCODING_UNKNOWN')
        setStep({ at: 'encoding', choices: outcome.failure.choices });
      else setStep({ at: 'asking', failure: outcome.failure });
    })();
    return () => giving.abort();
  }, [file, encoding, read]);

  const name = (file ?? kept.value.file)?.name;
  if (step.at === 'rows' && name !== undefined)
    return (
      <ImportedRows
        name={name}
        file={step.file}
        groupId={groupId}
        isFromBefore={file === null}
        onAnother={() => {
          kept.forget();
          setFile(null);
          setStep({ at: 'asking', failure: null });
        }}
        onDone={kept.forget}
        onClose={onClose}
      />
    );
  if (step.at === 'encoding')
    return <EncodingQuestion choices={step.choices} onChoose={setEncoding} onClose={onClose} />;
  return (
    <Dialog
      help="spreadsheets"
      title={text('import.title')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{text('ui.cancel')}</Button>}
    >
      {step.at === 'reading' ? (
        <ProgressBar label={text('import.reading', { name: file?.name ?? '' })} value={step.share} />
      ) : (
        <>
          {step.at === 'rows' || step.failure === null ? null : (
            <FailureNotice name={file?.name ?? ''} failure={step.failure} />
          )}
          <p>{text('import.ask')}</p>
          <FileTrigger
            onSelect={(files) => {
              const chosen = files?.[0];
              if (chosen !== undefined) setFile(chosen);
            }}
          >
            <Button tone="primary" icon={FileUp} autoFocus>
              {text('import.choose')}
            </Button>
          </FileTrigger>
          <p className="quiet">{text('import.kinds')}</p>
        </>
      )}
    </Dialog>
  );
}

/** What the file is, and what to do about it. */
function FailureNotice({ name, failure }: { readonly name: string; readonly failure: Failure }): ReactNode {
  const { text } = useText();
  return (
    <Notice tone="refusal" title={text('import.unreadable', { name })} isLive>
      {text(`import.failure.${failure.code}`, {
        place: 'place' in failure ? (failure.place ?? '') : '',
        most: 'most' in failure ? failure.most : 0,
      })}
    </Notice>
  );
}

/** Which letters the bytes are: whoever reads the lines knows. */
function EncodingQuestion({
  choices,
  onChoose,
  onClose,
}: {
  readonly choices: readonly EncodingChoice[];
  readonly onChoose: (encoding: LegacyEncoding) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const [chosen, setChosen] = useState<LegacyEncoding>(likelyEncoding(navigator.language));
  return (
    <Dialog
      help="spreadsheets"
      title={text('import.encodingTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" onPress={() => onChoose(chosen)}>
            {text('import.encodingDo')}
          </Button>
        </>
      }
    >
      <p>{text('import.encodingAsk')}</p>
      <RadioGroup<LegacyEncoding>
        label={text('import.encoding')}
        value={chosen}
        onChange={setChosen}
        choices={choices.map(({ encoding, lines }) => ({
          id: encoding,
          name: text(`import.encoding.${encoding}`),
          hint: lines.map((line) => line.text).join(' · '),
        }))}
      />
    </Dialog>
  );
}
