import { useCallback, useEffect, useState } from 'react';
import type { MailServer, MailSettings } from '#core/ipc/mail-channels';
import type { CallAnswer } from '#core/ipc/channels';
import { ask } from '../platform/bridge';

export type { MailServer, MailSettings, MailSecurity } from '#core/ipc/mail-channels';
export type MailTried = CallAnswer<'mail.try'>;
export type MailWritten = CallAnswer<'mail.write'>;

export interface Mail {
  /** `null` until main has said so. */
  readonly settings: MailSettings | null;
  /** Answers what is wrong with the server, `null` when it is kept. A password that is left out stays as it is. */
  readonly setServer: (server: MailServer | null, password?: string) => Promise<MailServerProblem | null>;
  readonly sendReminders: (sends: boolean) => void;
  /** Sends a letter to the person's own address. */
  readonly tryIt: () => Promise<MailTried>;
}

export type MailServerProblem = 'not-an-address' | 'needs-encryption' | 'other';

/** Mail of this computer: its server, and whether reminders go by it. */
export function useMail(): Mail {
  const [settings, setSettings] = useState<MailSettings | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await ask('mail.settings', {});
    if (answer.ok) setSettings(answer.value);
  }, []);
  useEffect(() => {
    let isShown = true;
    void ask('mail.settings', {}).then((answer) => {
      if (isShown && answer.ok) setSettings(answer.value);
    });
    return () => {
      isShown = false;
    };
  }, []);
  const setServer = useCallback(async (server: MailServer | null, password?: string) => {
    const answer = await ask('mail.setServer', { server, ...(password === undefined ? {} : { password }) });
    if (answer.ok) {
      setSettings(answer.value);
      return null;
    }
    const { kind } = answer.failure;
    return kind === 'not-an-address' || kind === 'needs-encryption' ? kind : 'other';
  }, []);
  const sendReminders = useCallback((sends: boolean) => {
    void ask('mail.sendReminders', { sends }).then((answer) => {
      if (answer.ok) setSettings(answer.value);
    });
  }, []);
  const tryIt = useCallback(async () => {
    const answer = await ask('mail.try', {});
    await read();
    return answer;
  }, [read]);
  return { settings, setServer, sendReminders, tryIt };
}

/** Writes about a coming reminder: in the person's mail program, or as a file that one opens. */
export function writeReminder(reminder: {
  readonly ledger: string;
  readonly day: string;
  readonly blockId: string;
  readonly by: 'program' | 'file';
}): Promise<MailWritten> {
  return ask('mail.write', reminder);
}
