import { ImportService, type ImportRequest } from './import-service';

/** The utility process that reads one file: whatever is in it, neither main nor the window waits or falls. */
const service = new ImportService();
const port = process.parentPort;

port.on('message', ({ data }: { readonly data: { readonly call: number; readonly request: ImportRequest } }) => {
  void service.answer(data.request).then((reply) => port.postMessage({ call: data.call, reply }));
});
