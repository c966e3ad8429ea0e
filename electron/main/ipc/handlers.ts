import type { ChannelName, HandlerAnswer, RequestOf } from '#core/ipc/channels';

/** Caller of a channel: the window's contents, by their id. */
export interface Caller {
  readonly contentsId: number;
}

export type Handler<Name extends ChannelName> = (
  request: RequestOf<Name>,
  caller: Caller,
) => HandlerAnswer<Name> | Promise<HandlerAnswer<Name>>;

/** One handler for every channel whose name starts with `Prefix`, all channels when left out. */
export type Handlers<Prefix extends string = ''> = {
  readonly [Name in Extract<ChannelName, `${Prefix}${string}`>]: Handler<Name>;
};
