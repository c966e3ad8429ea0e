import { renewCheckpoint } from './checkpoint-renewal';

/** The other side of `renewInWorker`. */
addEventListener('message', ({ data }: MessageEvent<string>) => {
  void renewCheckpoint(data).then(
    () => postMessage('done'),
    // Thrown outside of the promise, it reaches the window as an error of the worker.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
});
