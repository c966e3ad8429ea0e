import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { AnnouncementName, Announcements } from '../../shared/ipc/announcements';
import type { TrellisBridge } from '../../shared/ipc/bridge';
import type { CallAnswer, ChannelName, RequestOf } from '../../shared/ipc/channels';

function ask<Name extends ChannelName>(name: Name): (request: RequestOf<Name>) => Promise<CallAnswer<Name>> {
  return (request) => ipcRenderer.invoke(name, request);
}

function hear<Name extends AnnouncementName>(name: Name): (listener: (announcement: Announcements[Name]) => void) => () => void {
  return (listener) => {
    const deliver = (_event: IpcRendererEvent, announcement: Announcements[Name]) => listener(announcement);
    ipcRenderer.on(name, deliver);
    return () => ipcRenderer.off(name, deliver);
  };
}

const bridge: TrellisBridge = {
  call: {
    'app.info': ask('app.info'),
    'app.chooseFolder': ask('app.chooseFolder'),
    'app.openLog': ask('app.openLog'),
    'app.openLink': ask('app.openLink'),
    'window.ready': ask('window.ready'),
    'window.setTheme': ask('window.setTheme'),
    'window.defect': ask('window.defect'),
  },
  on: {
    'ledger.hint': hear('ledger.hint'),
  },
};

contextBridge.exposeInMainWorld('trellis', bridge);
