import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { AnnouncementName, Announcements } from '#core/ipc/announcements';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { CallAnswer, ChannelName, RequestOf } from '#core/ipc/channels';

function ask<Name extends ChannelName>(name: Name): (request: RequestOf<Name>) => Promise<CallAnswer<Name>> {
  return (request) => ipcRenderer.invoke(name, request);
}

function hear<Name extends AnnouncementName>(
  name: Name,
): (listener: (announcement: Announcements[Name]) => void) => () => void {
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
    'window.setLanguage': ask('window.setLanguage'),
    'window.answerClosing': ask('window.answerClosing'),
    'window.setTheme': ask('window.setTheme'),
    'window.defect': ask('window.defect'),
    'menu.show': ask('menu.show'),
    'journal.summary': ask('journal.summary'),
    'journal.commits': ask('journal.commits'),
    'journal.beginning': ask('journal.beginning'),
    'journal.bad': ask('journal.bad'),
    'journal.note': ask('journal.note'),
    'journal.keepCommits': ask('journal.keepCommits'),
    'ledger.open': ask('ledger.open'),
    'ledger.accounts': ask('ledger.accounts'),
    'ledger.shown': ask('ledger.shown'),
    'ledger.openKept': ask('ledger.openKept'),
    'ledger.create': ask('ledger.create'),
    'ledger.join': ask('ledger.join'),
    'ledger.begin': ask('ledger.begin'),
    'ledger.giveUp': ask('ledger.giveUp'),
    'ledger.choosePerson': ask('ledger.choosePerson'),
    'ledger.connect': ask('ledger.connect'),
    'ledger.disconnect': ask('ledger.disconnect'),
    'ledger.leave': ask('ledger.leave'),
    'ledger.inspect': ask('ledger.inspect'),
    'ledger.invitation': ask('ledger.invitation'),
    'ledger.presence': ask('ledger.presence'),
    'ledger.place': ask('ledger.place'),
    'ledger.mend': ask('ledger.mend'),
    'ledger.check': ask('ledger.check'),
    'ledger.head': ask('ledger.head'),
    'ledger.read': ask('ledger.read'),
    'ledger.append': ask('ledger.append'),
    'ledger.submit': ask('ledger.submit'),
    'ledger.office': ask('ledger.office'),
    'ledger.changeOffice': ask('ledger.changeOffice'),
    'ledger.turn': ask('ledger.turn'),
    'ledger.guess': ask('ledger.guess'),
    'ledger.abort': ask('ledger.abort'),
    'reminders.settings': ask('reminders.settings'),
    'reminders.stayInTray': ask('reminders.stayInTray'),
    'mail.settings': ask('mail.settings'),
    'mail.setServer': ask('mail.setServer'),
    'mail.sendReminders': ask('mail.sendReminders'),
    'mail.try': ask('mail.try'),
    'mail.write': ask('mail.write'),
    'exports.save': ask('exports.save'),
    'server.name': ask('server.name'),
    'server.signIn': ask('server.signIn'),
    'trust.own': ask('trust.own'),
    'trust.protect': ask('trust.protect'),
    'trust.invite': ask('trust.invite'),
    'trust.invitation': ask('trust.invitation'),
    'trust.saveInvitation': ask('trust.saveInvitation'),
    'trust.readInvitation': ask('trust.readInvitation'),
    'trust.accept': ask('trust.accept'),
    'trust.ask': ask('trust.ask'),
    'trust.readAsking': ask('trust.readAsking'),
    'trust.recover': ask('trust.recover'),
    'trust.rotate': ask('trust.rotate'),
    'trust.giveBack': ask('trust.giveBack'),
    'imports.read': ask('imports.read'),
    'imports.rows': ask('imports.rows'),
    'imports.close': ask('imports.close'),
    'vendors.ringoverKey': ask('vendors.ringoverKey'),
    'vendors.ringoverConnect': ask('vendors.ringoverConnect'),
    'vendors.ringoverForget': ask('vendors.ringoverForget'),
    'vendors.ringoverRead': ask('vendors.ringoverRead'),
    'vendors.ringoverPush': ask('vendors.ringoverPush'),
    'vendors.panelRead': ask('vendors.panelRead'),
    'vendors.panelWrite': ask('vendors.panelWrite'),
    'vendors.stop': ask('vendors.stop'),
    'handover.print': ask('handover.print'),
    'handover.cancel': ask('handover.cancel'),
    'project.save': ask('project.save'),
    'project.look': ask('project.look'),
    'project.take': ask('project.take'),
    'project.close': ask('project.close'),
    'project.given': ask('project.given'),
    'backups.list': ask('backups.list'),
    'backups.make': ask('backups.make'),
    'backups.read': ask('backups.read'),
    'backups.keep': ask('backups.keep'),
    'backups.setFolder': ask('backups.setFolder'),
  },
  on: {
    'ledger.hint': hear('ledger.hint'),
    'ledger.moved': hear('ledger.moved'),
    'window.closing': hear('window.closing'),
    'window.showGroup': hear('window.showGroup'),
    'handover.progress': hear('handover.progress'),
    'project.given': hear('project.given'),
    'window.command': hear('window.command'),
    'vendors.progress': hear('vendors.progress'),
  },
};

contextBridge.exposeInMainWorld('trellis', bridge);
