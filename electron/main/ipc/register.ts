import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Channel } from '#core/ipc/channel';
import { channels, type ChannelName } from '#core/ipc/channels';
import { logDefect } from '../log';
import { answerCall, type AnyHandler, type Sender, type Trust } from './call';
import type { Handlers } from './handlers';

/** Opens every channel. The type of `handlers` makes a channel without a handler a compile error. */
export function registerHandlers(handlers: Handlers, trust: Trust): void {
  for (const name of Object.keys(channels) as ChannelName[]) {
    const definition: Channel<unknown, unknown, unknown> = channels[name];
    const handler = handlers[name] as AnyHandler;
    ipcMain.handle(name, (event, request: unknown) =>
      answerCall({ definition, handler, sender: senderOf(event), request }, trust, (error) => logDefect(name, error)),
    );
  }
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    contentsId: event.sender.id,
    frameUrl: frame?.url ?? null,
    isMainFrame: frame !== null && frame.parent === null,
  };
}
