import type { CommandWords } from './command-words';

/** Words that people type in English when they mean a command: other names, and what it is good for. */
export const englishWords: CommandWords = {
  'tree.create':
    'new group, add group, create group, new building, add building, new apartment, add apartment, new flat, new unit, new floor, new entrance, new complex, add complex, new office, new department, new customer, new project, new dealer, new site, subgroup, insert',
  'tree.generate':
    'generate, many groups, mass create, bulk create, batch, series, build complex, whole building, apartments at once, wizard, structure, floors and apartments, numbering, number the apartments',
  'tree.rename': 'rename, change name, edit name, title, call differently',
  'tree.duplicate': 'duplicate, clone, same again, copy of, double',
  'tree.copy': 'copy, copy group, copy building, clipboard',
  'tree.cut': 'cut, take out, clipboard',
  'tree.paste': 'paste, insert, put here, clipboard',
  'tree.pasteSpecial': 'paste special, many copies, paste into many, copies, repeat, multiply, with limits',
  'tree.handOver':
    'hand over, handover, papers, print, pdf, cards, qr, labels, acceptance, client, customer, deliver, finish project',
  'tree.copyTemplate': 'template, pattern, model building, prototype, reuse, standard building',
  'tree.moveUp': 'move up, earlier, order, reorder, sort, up',
  'tree.moveDown': 'move down, later, order, reorder, sort, down',
  'tree.moveTo':
    'move to, move group, relocate, transfer group, another parent, put elsewhere, reorganise, hang under, drag',
  'tree.delete': 'delete, remove group, erase, get rid of, demolish, trash, bin, drop building',
  'tree.selectAll': 'select all, mark everything, everything',
  'tree.expandSiblings': 'expand, open level, unfold, show children',
  'tree.expandBelow': 'expand all, open all, unfold everything, whole tree',
  'tree.collapseAll': 'collapse, fold, close all, shrink tree, tidy up',
  'account.buy':
    'buy, purchase, order, new licenses, more licenses, add licenses, licence, upgrade, stock, supply, trial, test period, try out, demo license, block, expand',
  'licenses.allocate':
    'allocate, allocation, hand out, distribute, distribution, give licenses, assign licenses to a building, pool, quota, share out, limit, budget, contingent, licence, pass on, provide',
  'licenses.takeAlong':
    'take along, reserve, reservation, set aside, keep for me, on the road, away, offline, on site, give back, taken along, reclaim',
  'licenses.renew':
    'renew, renewal, extend, prolong, another year, one more year, next year, longer, roll over, continue, keep licenses, subscription, term',
  'licenses.costs':
    'costs, cost, price, prices, money, spending, budget, invoice, bill, expenses, how much, per month, per year, euro, dollar',
  'licenses.ownPool':
    'own pool, pool, own licenses, restrict, restriction, limit, separate, ring-fence, cap, quota, independent',
  'licenses.sharedPool':
    'shared pool, inherit, inheritance, common pool, no limit of its own, remove restriction, lift limit, unrestrict',
  'people.create':
    'new person, add person, new user, add user, create user, new resident, add resident, tenant, new tenant, move in, new employee, new colleague, joiner, hire, onboard, onboarding, member, contact, invite, register person, staff',
  'people.checklist':
    'checklist, joiner, mover, leaver, somebody joins, somebody leaves, onboarding, offboarding, new colleague, last day, first day, quits, starts',
  'people.assign':
    'assign, assign license, give license, license a user, seat, assign seat, activate, enable user, license person, upgrade person, change license, licence',
  'people.release':
    'release, take back, unassign, revoke license, free a license, free seat, withdraw, deactivate, remove license, give back, reclaim, return, downgrade',
  'people.move':
    'move person, transfer person, relocate person, change apartment, change department, moves house, mover, other flat, reassign person',
  'people.archive':
    'archive, archive user, leaver, moves out, offboard, offboarding, leaves, quit job, dismiss, disable user, suspend, block user, inactive, retire',
  'people.restore': 'restore, bring back, unarchive, return, reactivate, recover, comes back',
  'people.remove': 'remove person, delete user, delete person, erase person, privacy, gdpr, forget, leaver',
  'people.computers':
    'computers, devices let in, who is let in, laptops, keys, admitted, access, shut out, lock out, lost laptop, stolen, revoke, verified',
  'people.letIn':
    'let in, admit, invite, invitation, qr code, new computer, second computer, six words, compare words, grant access, onboard computer',
  'numbers.add':
    'add number, new number, phone number, telephone, landline, mobile number, sip number, ddi, extension, enter number',
  'numbers.addRange':
    'range, number range, block of numbers, sip range, extensions, many numbers, series of numbers, 100 to 199',
  'numbers.attach':
    'attach number, assign number, give number, connect number, route number, number to person, additional number, extension, phone',
  'devices.register':
    'register device, add device, new device, panel, intercom, monitor, door station, doorbell, serial number, new panel, install, hardware, lock, free basic',
  'edit.undo': 'undo, take back, revert, back, oops, mistake, reverse',
  'edit.redo': 'redo, do again, repeat, forward, again',
  'edit.selected':
    'edit, edit selected, change many, bulk edit, properties, modify, edit all, mass change, status, note, comment, remark, code, lock, unlock, protect, unprotect, freeze, commissioned, handed over, hand over, handover',
  'edit.copyRows': 'copy rows, copy table, clipboard, to excel, spreadsheet, take rows',
  'edit.pasteRows': 'paste rows, spreadsheet, table, list of people, bulk add, data, from the clipboard',
  'edit.import':
    'import, file, excel, spreadsheet, csv, xlsx, upload, from a file, load, vcf, contacts, ets, group addresses, microsoft 365, google, 3cx, read in, bulk add, tenant list',
  'table.export':
    'export, save table, csv, excel, spreadsheet, download, list, extract, report, save as, xlsx, backup table, print list',
  'look.palette': 'palette, commands, quick, launcher, find a command',
  'look.search':
    'search, find, look for, where is, search everywhere, find person, find number, find serial, lookup, seek, who has',
  'look.filter': 'filter, narrow, find in tree, search here, only show',
  'look.overview': 'overview, summary, dashboard, home, start, group page, status, at a glance',
  'look.licenses':
    'licenses, licences, license tab, seats, blocks, pool, what is left, free, balance, stock, usage, quota, capacity, resources, renew, renewal, extend, prolong, validity, license type, feature, app, mobile app, key, ukey, sip trunk',
  'look.people': 'people, users, user, residents, tenants, employees, staff, members, list of users, contacts, persons',
  'look.numbers': 'numbers, phone numbers, telephone, free numbers, phones, sip, extensions, ddi, lines',
  'look.devices': 'devices, panels, intercoms, monitors, hardware, equipment, serials, door stations',
  'look.history':
    'history, log, changes, audit, who did it, what happened, journal, activity, timeline, trail, track, when',
  'look.forecast':
    'forecast, what comes, future, preview, expiry, upcoming, ends, fall back, later, planning, next months, calendar',
  'look.portfolio':
    'portfolio, complexes, dealer, all projects, compare complexes, dashboard, charts, statistics, usage, expiry calendar, transfer licenses, move licenses, overview of projects, kpi, cost',
  'list.notSynchronised': 'not synchronised, unsent, pending, waiting, not sent, offline changes, outbox, queue',
  'list.attention': 'attention, conflicts, rejected, problems, refused, failed, errors, warnings, to do, issues',
  'list.withoutLicense': 'without license, unlicensed, no license, missing license, people without, gap, uncovered',
  'list.free': 'free, unused, available, spare, left over, free licenses, free numbers, idle, vacant, unassigned',
  'list.expiring':
    'expiring, expire, ending, runs out, renew, renewal, extend, prolong, due, soon, deadline, expiration, valid until',
  'list.short':
    'short, over limit, shortage, missing, too few, overdrawn, exceeded, deficit, lack, not enough, blocked',
  'list.notConfirmed': 'not confirmed, drafts, unconfirmed, invited, open, to confirm, unfinished, incomplete, draft',
  'look.plans':
    'plans, plan, kept what-ifs, scenarios, compare, comparison, side by side, proposal, offer, budget for next year',
  'look.whatIf': 'what if, try, simulate, simulation, plan, scenario, consequences, test a change, experiment, dry run',
  'look.treePane': 'tree, sidebar, hide tree, show tree, left, navigation, more room',
  'look.propertiesPane': 'properties, details, inspector, right, hide properties, side panel, more room',
  'look.nextPane': 'next pane, switch pane, jump, focus',
  'look.previousPane': 'previous pane, switch pane, jump back, focus',
  'look.menus':
    'voice menu, voice menus, ivr, call queue, queue, hotline, call group, ring group, auto attendant, greeting, press 1, call flow, routing, answering',
  'look.today': 'today, now, back to today, current day, present, other day, date, time travel',
  'look.themeLight': 'light, bright, white, theme, appearance, colours, colors, day mode',
  'look.themeDark': 'dark, dark mode, night, black, theme, appearance, colours, colors',
  'look.themeSystem': 'theme, automatic, appearance, system colours, colors, default look',
  'look.larger': 'larger, bigger, zoom in, font size, increase text, text size, magnify, enlarge, readable',
  'look.smaller': 'smaller, zoom out, font size, decrease text, text size, shrink, compact',
  'look.normalSize': 'normal size, reset zoom, 100 percent, default size',
  'look.languageSystem': 'language, system language, translation, locale',
  'look.languageEnglish': 'english, language, translation',
  'look.languageGerman': 'german, deutsch, language, translation',
  'look.keys': 'keys, shortcuts, keyboard, hotkeys, help, cheat sheet, key bindings, how',
  'help.log': 'log file, error report, diagnostics, support, debug, troubleshoot, bug, problem',
  'help.about': 'about, version, license of the program, build, which version, update, copyright, info',
  'account.synchronise':
    'synchronise, synchronize, sync, refresh, reload, update, send, upload, fetch, exchange, connect, online',
  'account.attention': 'attention, conflicts, rejected acts, resolve, what was refused, retry, meanwhile, needs me',
  'account.reminders':
    'reminders, notifications, alerts, notify, e-mail, mail, warn me, before it ends, recipients, alarm',
  'account.exportReminders': 'calendar, ics, ical, outlook, export reminders, calendar file, appointments, dates',
  'account.properties':
    'account, settings, preferences, options, configuration, setup, time zone, company, name of the account, payment, billing, card, invoice, country',
  'account.contract':
    'contract, commitment, terms, notice, termination, cancel contract, minimum, fee, agreement, reduction, price',
  'account.catalogue':
    'catalogue, catalog, license types, what a license gives, features, prices, price, units, resources, products, tariff, plans, feature',
  'account.requests':
    'requests, ask vendor, support, reduce licenses, change type, cancel licenses, customer success, ticket, fewer licenses, downgrade',
  'account.roles':
    'roles, rights, permissions, access, what may who do, custom role, supervisor, concierge, technician, authorisation',
  'account.fields':
    'own fields, custom fields, custom columns, extra column, add a column, more information, attributes, properties, metadata, tags',
  'account.administrators':
    'administrators, admin, make admin, admins, owner, manager, rights, who may, delegate, access',
  'vendors.ringoverCompare':
    'ringover, compare with ringover, differences, check against vendor, audit, phone system, cloud telephony, telephony provider',
  'vendors.ringoverPull':
    'ringover, pull, fetch, download from ringover, get users from phone system, take over account, connect ringover, api key',
  'vendors.ringoverPush':
    'ringover, push, send to ringover, invite users, upload, provision phones, publish, sync to phone system',
  'vendors.panels':
    'write to panel, intercom, door station, bas-ip, door panel, program panel, upload apartments, provision intercom, doorbell',
  'edit.export':
    'export, csv, excel, xlsx, workbook, spreadsheet, download, phone book, vcard, yealink, snom, grandstream, whole account, list for others',
  'account.openFile':
    'open, open file, project file, trellis file, load, restore, viewer, look into a file, merge, stick, usb, from colleague',
  'account.saveFile':
    'save, save as, project file, trellis file, copy of the account, backup, pack, carry, stick, usb, send by mail, archive',
  'account.share':
    'share, share account, folder, collaborate, network drive, dropbox, onedrive, several computers, team, together, invite colleague, second computer, nas',
  'account.protect':
    'protect, security, secure, encrypt, password, safe, lock, recovery words, sign, trust, privacy, lost stick',
  'account.close': 'close, log out, sign out, switch account, leave, other account, exit account, open another',
};
