import { ask } from './bridge';

/** Lines of a stack that are told; more would only repeat. */
const mostPlaces = 30;

/** Cut off after the message first, because a message may have lines that look like places. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}

/** Tells of whatever nobody has caught. */
export function reportUncaught(): void {
  addEventListener('error', ({ error }) => reportDefect(error));
  addEventListener('unhandledrejection', ({ reason }) => reportDefect(reason));
}

/** Tells main that something broke: the kind of error and where in our code, never its message, which may hold names. */
export function reportDefect(error: unknown): void {
  const isError = error instanceof Error;
  const places = isError ? placesOf(error) : [];
  void ask('window.defect', {
    error: (isError ? error.name : typeof error).slice(0, 100),
    places: places.slice(0, mostPlaces).map((place) => place.slice(0, 300)),
  });
}
