import type { CommandWords } from './command-words';

/** Words that people type in English when they mean a command: other names, and what it is good for. */
export const englishWords: CommandWords = {
  'tree.create':
    'new group, add group, create group, new building, add building, new apartment, add apartment, new flat, new unit, new floor, new entrance, new complex, add complex, new office, new department, new customer, new project, new dealer, new site, subgroup, insert, add flat, subfolder, folder, place, location, add place, new place, property, estate, site, room, add room, house, new house, region, area, branch, add branch, new branch, add customer, add entrance, staircase, add department, organisation unit, ground floor, basement, storey, cellar, garage, elevator, lift, loft, parking space, shop unit, penthouse, house number, stairwell, attic, tower, high-rise',
  'tree.generate':
    'generate, many groups, mass create, bulk create, batch, series, build complex, whole building, apartments at once, wizard, structure, floors and apartments, numbering, number the apartments, generator, automatic, automatically, fill building, all apartments, mass production, template wizard, create many, mass creation, create apartments, auto numbering, skip numbers, ground floor, basement, storeys, renumber, renumber apartments, number the flats, tower',
  'tree.rename':
    'rename, change name, edit name, title, call differently, new name, correct name, relabel, edit title, misspelled, renumber',
  'tree.duplicate':
    'duplicate, clone, same again, copy of, double, copy house, copy building, same building again, second copy, replicate',
  'tree.copy': 'copy, copy group, copy building, clipboard, copy house, copy floor',
  'tree.cut': 'cut, take out, clipboard',
  'tree.paste': 'paste, insert, put here, clipboard, insert copy, paste group, paste here',
  'tree.pasteSpecial':
    'paste special, many copies, paste into many, copies, repeat, multiply, with limits, repeat floor, paste many times, paste template, insert several, apply template, series of copies, without people, without their people, structure alone',
  'tree.handOver':
    'hand over, handover, papers, print, pdf, cards, qr, labels, acceptance, client, customer, deliver, finish project, handover protocol, sign off, sign-off, certificate, documents, paperwork, print cards, welcome letter, sticker, stickers, label sheet, complete, completion, customer documents, report for customer, documentation for customer, print apartment list, door code, access code, set up app, signature page, signature, commissioning, save as pdf, as pdf',
  'tree.copyTemplate':
    'template, pattern, model building, prototype, reuse, standard building, save as template, use as template, blueprint, model apartment, sample floor, show flat, show apartment, model flat, copy structure, structure as a template',
  'tree.moveUp': 'move up, earlier, order, reorder, sort, up, higher, earlier in the list, arrange, change order',
  'tree.moveDown': 'move down, later, order, reorder, sort, down, lower, later in the list, arrange, change order',
  'tree.moveTo':
    'move to, move group, relocate, transfer group, another parent, put elsewhere, reorganise, hang under, drag, reparent, restructure, move floor, move building, change parent, merge into, assign to another dealer, move apartment',
  'tree.delete':
    'delete, remove group, erase, get rid of, demolish, trash, bin, drop building, throw away, delete apartment, delete floor, remove floor, remove apartment, remove complex, clear, destroy, eliminate',
  'tree.selectAll': 'select all, mark everything, everything, mark all, choose all, select everything',
  'tree.expandSiblings': 'expand, open level, unfold, show children, expand level, show level',
  'tree.expandBelow':
    'expand all, open all, unfold everything, whole tree, show all levels, expand everything, open tree',
  'tree.collapseAll':
    'collapse, fold, close all, shrink tree, tidy up, collapse all, close tree, hide levels, fold everything',
  'account.buy':
    'buy, purchase, order, new licenses, more licenses, add licenses, licence, upgrade, stock, supply, trial, test period, try out, demo license, block, expand, subscribe, procure, procurement, shop, acquire, purchase licenses, get more, need more licenses, buy more, buy seats, order number, supplier, add purchase, add trial, start trial, free trial, evaluation, invoice of purchase, new purchase, top up, replenish, stock up, checkout, cart, sales order, more seats, give more, pilot, pilot project, business license',
  'licenses.allocate':
    'allocate, allocation, hand out, distribute, distribution, give licenses, assign licenses to a building, pool, quota, share out, limit, budget, contingent, licence, pass on, provide, grant, grant licenses, grant license, split, split licenses, split up, divide, supply a complex, give to a group, licenses to a house, assign to building, assign to complex, transfer to complex, dole out, apportion, apportionment, dispatch, issue licenses, issue, deliver licenses, more licenses for building, increase limit, raise limit, raise quota, lower quota, move licenses down, license distribution, give licenses to a complex, bestow, give to complex',
  'licenses.takeAlong':
    'take along, reserve, reservation, set aside, keep for me, on the road, away, offline, on site, give back, taken along, reclaim, no internet, no network, without internet',
  'licenses.renew':
    'renew, renewal, extend, prolong, another year, one more year, next year, longer, roll over, continue, keep licenses, subscription, term, subscribe again, renew subscription, auto renew, automatic renewal, keep running, continue contract, prolongation, extension of licenses, extend validity, extend license, change end date, new end date, expiry date, follow-up, successor, year end, annual renewal, yearly, keep going, go on, carry on, continue after',
  'licenses.costs':
    'costs, cost, price, prices, money, spending, budget, invoice, bill, expenses, how much, per month, per year, euro, dollar, cost report, currency, how much do we pay, what do we pay, spend, spendings, monthly cost, yearly cost, financial, finance, accounting, cost center, cost per complex, total, sum, charges, fees, expensive, pricing, cheaper, save money, cheap, discount, vat, tax, cash flow',
  'licenses.give':
    'give to another account, other account, other company, dealer, hand over licenses, distributor, reseller, transfer to dealer, to a customer, resell, grant file, licenses for another account, sublicense, sublicensing, partner company, partner',
  'licenses.accept':
    'accept, take in, receive, received licenses, grant file, file from distributor, from dealer, receipt, licenses came by mail, take back, returned licenses, came back, import licenses, load licenses, licenses from a file',
  'licenses.betweenAccounts':
    'between accounts, given licenses, received licenses, who has my licenses, given away, ask back, recall, give back, return licenses, receipt, address, address file, other accounts, distributor, dealer',
  'licenses.ownPool':
    'own pool, pool, own licenses, restrict, restriction, limit, separate, ring-fence, cap, quota, independent, set limit, set a limit, upper limit, maximum, threshold, own budget, own contingent, isolate, reserve for building, make independent, spending limit, quantity limit, stop sharing, do not share',
  'licenses.sharedPool':
    'shared pool, inherit, inheritance, common pool, no limit of its own, remove restriction, lift limit, unrestrict, remove limit, share pool, common licenses, use licenses from above, use parent licenses, no restriction, unlimited, merge pools, give up own licenses',
  'people.create':
    'new person, add person, new user, add user, create user, new resident, add resident, tenant, new tenant, move in, new employee, new colleague, joiner, hire, onboard, onboarding, member, contact, invite, register person, staff, sign up, newcomer, starter, new starter, new hire, recruit, enrol, enroll, occupant, new occupant, lodger, renter, new renter, owner of apartment, family member, guest, visitor, caretaker, employee starts, moves in, arrival, add somebody, add name, create person, create resident, create tenant, new member, new contact, add employee, add staff, landlord, intern, trainee, temp, temporary worker, subtenant, flatmate, housemate, roommate, apprentice, intern, cleaner, guest, moving in',
  'people.checklist':
    'checklist, joiner, mover, leaver, somebody joins, somebody leaves, onboarding, offboarding, new colleague, last day, first day, quits, starts, tenant change, change of tenant, holiday, vacation, leave of absence, sabbatical, maternity leave, sick, sick leave, probation, notice given, gave notice, hands in notice, replacement for a colleague, successor, replacement, moving in, apprentice',
  'people.assign':
    'assign, assign license, give license, license a user, seat, assign seat, activate, enable user, license person, upgrade person, change license, licence, grant license, grant, switch plan, change plan, hand license to person, license for person, allot, give somebody a license, supply person, equip user, needs a license, allow calls, turn on, issue license, put on plan, set license type, license for new employee, transfer license to another person, exchange licence type, swap licence type, other licence type, entitle, business license',
  'people.release':
    'release, take away, take back, unassign, revoke license, free a license, free seat, withdraw, deactivate, remove license, give back, reclaim, return, downgrade, take back license, cancel license of person, drop license, remove seat, detach license, no longer needs license, turn off, switch off, strip license, recover license, license back to pool, vacate seat, surrender, deallocate, deallocate license',
  'people.move':
    'move person, transfer person, relocate person, change apartment, change department, moves house, mover, other flat, reassign person, swap apartment, new apartment, moves to another flat, moves within building, change place of person, change of office, change team, relocation, internal move, rehouse, new department, move a tenant, transfer user, tenant moves, change room, other room, switch apartment, swap apartments',
  'people.archive':
    'archive, archive user, leaver, moves out, offboard, offboarding, leaves, quit job, dismiss, disable user, suspend, block user, inactive, retire, fire, resign, resigns, resignation, former employee, former tenant, ex-employee, leaves company, leave company, leaving, last day, departure, farewell, moved away, tenant leaves, move out, moving out, moves away, vacate apartment, end of tenancy, termination of employment, sick leave, parental leave, lock user, lock out person, hide person, put away, contract ended, sabbatical, eviction, evicted, deceased, died, vacates, deactivate account, deactivate user, disable account',
  'people.restore':
    'restore, bring back, unarchive, return, reactivate, recover, comes back, undelete, reinstate, rehire, came back, from the archive, unblock user, unlock user, activate again, revive',
  'people.remove':
    'remove person, delete user, delete person, erase person, privacy, gdpr, forget, leaver, erase data, right to be forgotten, data protection, delete tenant, delete resident, delete employee, wipe, purge, anonymise, remove tenant, remove resident, remove employee, clear name',
  'people.computers':
    'computers, devices let in, who is let in, laptops, keys, admitted, access, shut out, lock out, lost laptop, stolen, revoke, verified, my computers, workstations, machines, device management, who can open, certificate, fingerprint, session, sessions, trusted devices, kick out, lost phone, exclude computer, security keys, who has access',
  'people.letIn':
    'let in, admit, invite, invitation, qr code, new computer, second computer, six words, compare words, grant access, onboard computer, pairing, pair, link computer, authorise computer, authorize, authorise, trust computer, approve, approve computer, connect laptop, join code, invite code, verify words, connect my tablet, connect a computer, my tablet, another device',
  'numbers.add':
    'add number, new number, phone number, telephone, landline, mobile number, sip number, ddi, extension, enter number, direct dial, did, new line, phone line, phone, enter phone number, cell phone, cellphone, fixed line, port number, import number, internal number, virtual number, SIM, SIM card, esim, fax, fax number, area code, emergency number, porting, short number, main number',
  'numbers.addRange':
    'range, number range, block of numbers, sip range, extensions, many numbers, series of numbers, 100 to 199, number pool, numbering plan, dial plan, trunk numbers, from to, list of extensions, reserve numbers, number block, virtual numbers, bulk numbers, extensions from to, did block, ddi block, block of dids',
  'numbers.attach':
    'attach number, assign number, give number, connect number, route number, number to person, additional number, extension, phone, second number, another number, extra number, additional phone number, assign extension, map number, number for menu, set phone number, change number, swap number, give phone number, associate number, connect phone, link number, phone for user, phone for person, swap number, change number, exchange number, main number',
  'numbers.each':
    'next number for each, number for everybody, numbers for many, attach many numbers, bulk numbers, assign numbers, number several, sip for all, give numbers, distribute numbers, next free number, number the people, extensions for all, mass assign numbers, from a range, consecutive numbers, sequential numbers, sequence of numbers, in sequence',
  'devices.register':
    'register device, add device, new device, panel, intercom, monitor, door station, doorbell, serial number, new panel, install, hardware, lock, free basic, door panel, entry panel, video intercom, camera, indoor station, outdoor station, entry phone, reader, key reader, gateway, controller, mount, add intercom, add doorbell, scan serial, enrol device, activate device, enroll device, buzzer, keypad, mac address, ip address, doorbell, door opener, camera, access control, reader, firmware, replacement device, broken device, replace device, headset, desk phone, ip phone, swap a panel, swap, exchange a device, handset, receiver',
  'edit.undo':
    'undo, take back, revert, back, oops, mistake, reverse, undelete, step back, ctrl z, cancel last, go back, roll back, rollback, restore previous, wrong, accident, accidentally deleted',
  'edit.redo': 'redo, do again, repeat, forward, again, ctrl y, redo last, undo undo, step forward, once more, reapply',
  'edit.selected':
    'edit, edit selected, change many, bulk edit, properties, modify, edit all, mass change, status, note, comment, remark, code, lock, unlock, protect, unprotect, freeze, commissioned, handed over, hand over, handover, lock building, unlock building, lock group, protect group, change status, set status, mark as handed over, mark as draft, add note, write note, annotation, change several, multi edit, update many, group properties, change properties, set code, rename many, confirm, approve draft, crm, power dialer, campaigns',
  'edit.copyRows':
    'copy rows, copy table, clipboard, to excel, spreadsheet, take rows, copy to spreadsheet, copy list, copy selection, copy cells, take to excel',
  'edit.pasteRows':
    'paste rows, spreadsheet, table, list of people, bulk add, data, from the clipboard, paste from excel, paste from spreadsheet, paste list, insert rows, paste table, paste cells, paste data, many people at once, many numbers at once',
  'edit.import':
    'import, file, excel, spreadsheet, csv, xlsx, upload, from a file, load, vcf, contacts, ets, group addresses, microsoft 365, google, 3cx, read in, bulk add, tenant list, vcard, address book, outlook contacts, knx, open file, import people, import users, import residents, import tenants, import numbers, import devices, import apartments, migrate, migration, take over data, data transfer, bring in, feed, exported file, gira, bus, read csv, phone book import, ods, active directory',
  'table.export':
    'export, save table, csv, excel, spreadsheet, download, list, extract, report, save as, xlsx, backup table, print list, phone list, employee list, resident list, tenant list, get data out, output, dump, list as file, export users, export people, export numbers, export licenses, print table, to file, share list, send list, statistics file, phone book, phonebook',
  'look.palette':
    'palette, commands, quick, launcher, find a command, command palette, do something, action, quick open, spotlight, go to anything, go to, jump to, run, do',
  'look.search':
    'search, find, look for, where is, search everywhere, find person, find number, find serial, lookup, seek, who has, find anything, find apartment, find group, find device, find phone number, who is, whose number, which apartment, locate, query, scan code, scan qr, disappeared, vanished, gone, go to, jump to, jump',
  'look.filter':
    'filter, narrow, find in tree, search here, only show, filter tree, show only, quick filter, hide others, find in list',
  'look.overview':
    'overview, summary, dashboard, home, start, group page, status, at a glance, main page, front page, general, welcome, landing page, start page, key figures, health, state of affairs',
  'look.licenses':
    'licenses, licences, license tab, seats, blocks, pool, what is left, free, balance, stock, usage, quota, capacity, resources, renew, renewal, extend, prolong, validity, license type, feature, app, mobile app, key, ukey, sip trunk, license overview, license list, how many licenses, remaining licenses, licenses left, license balance, allowance, allowances, available licenses, consumption, entitlement, entitlements, inventory, subscriptions, expiry dates, my licenses, valid from, valid to, sip trunks, virtual numbers, mobile keys, app installations, chip, fob, key fob, key card, transponder, electronic key, door key, app access, utilisation, utilization',
  'look.people':
    'people, users, user, residents, tenants, employees, staff, members, list of users, contacts, persons, address list, team list, who lives here, who works here, inhabitants, occupants, show users, list residents, list of employees, list tenants, directory, allowance, people list, person list',
  'look.numbers':
    'numbers, phone numbers, telephone, free numbers, phones, sip, extensions, ddi, lines, number list, phone directory, all numbers, used numbers, who has which number, number overview, list phone numbers, remove number, delete number, change number, take number away',
  'look.devices':
    'devices, panels, intercoms, monitors, hardware, equipment, serials, door stations, device list, list of devices, inventory of devices, intercom list, all panels, gateway, cameras, firmware, firmware version, ip addresses, broken device',
  'look.history':
    'history, log, changes, audit, who did it, what happened, journal, activity, timeline, trail, track, when, change log, changelog, who changed, who deleted, when was it changed, protocol, past, previous changes, records, event log, versions, tracking, revision, see changes, view changes, previous state, disappeared, last change, last changes, vanished',
  'look.forecast':
    'forecast, what comes, future, preview, expiry, upcoming, ends, fall back, later, planning, next months, calendar, running out, will expire, expired, upcoming changes, upcoming expirations, agenda, schedule, outlook for the year, what will end, what happens next, next year, prediction, coming soon',
  'look.portfolio':
    'portfolio, complexes, dealer, all projects, compare complexes, dashboard, charts, statistics, usage, expiry calendar, transfer licenses, move licenses, overview of projects, kpi, cost, shift licenses, all buildings, all sites, all customers, customer overview, project list, list of complexes, comparison, ranking, expirations by month, license usage by complex, transfer between complexes, move licenses between buildings, rebalance, shift, dealer view, reporting, bar chart, graph, graphs, diagram, management view, swap licenses, utilisation, utilization',
  'list.notSynchronised':
    'not synchronised, unsent, pending, waiting, not sent, offline changes, outbox, queue, not uploaded, waiting to send, what others do not see, to be sent, unsynchronised, no internet, no connection, unsaved, not saved, not stored yet',
  'list.attention':
    'attention, conflicts, rejected, problems, refused, failed, errors, warnings, to do, issues, todo, tasks, what is wrong, trouble, collision, collisions, failed acts, not applied, needs action, requires action, problems to solve, what do i have to do, what is to be done, lost changes, lost acts',
  'list.withoutLicense':
    'without license, unlicensed, no license, missing license, people without, gap, uncovered, nobody assigned, without licence, people lacking license, needs a license, who has no license, unserved, not licensed',
  'list.free':
    'free, unused, available, spare, left over, free licenses, free numbers, idle, vacant, unassigned, leftovers, spare numbers, free seats, unused seats, unused numbers, what is free, not used, not in use, open seats, how many are free, reserve, empty seats',
  'list.expiring':
    'expiring, expire, ending, runs out, renew, renewal, extend, prolong, due, soon, deadline, expiration, valid until, running out, soon to expire, about to end, end date, expires this month, ends soon, ends this month, next expiry, expirations, expired soon, upcoming renewals, licences ending, what expires, expired licenses, license expiry',
  'list.short':
    'short, over limit, shortage, missing, too few, overdrawn, exceeded, deficit, lack, not enough, blocked, overbooked, oversubscribed, overuse, too many users, limit exceeded, bottleneck, insufficient, capacity exceeded, licence shortage, missing licenses, overdraft, over quota',
  'list.notConfirmed':
    'not confirmed, drafts, unconfirmed, invited, open, to confirm, unfinished, incomplete, draft, open invitations, not accepted, waiting for answer, to be confirmed, awaiting confirmation, open requests, not joined yet, invitations pending, pending invitations',
  'look.plans':
    'plans, plan, kept what-ifs, scenarios, compare, comparison, side by side, proposal, offer, budget for next year, quote, quotation, estimate, make an offer, cheaper, draft, drafts',
  'look.whatIf':
    'what if, try, simulate, simulation, plan, scenario, consequences, test a change, experiment, dry run, impact, what happens if, effect of, trial run, calculate, play through, forecast change, preview change, consequences of deleting, impact analysis, sandbox, snapshot, before I buy, before buying, try it out first, draft',
  'look.treePane':
    'tree, sidebar, hide tree, show tree, left, navigation, more room, hide sidebar, show sidebar, left panel, toggle tree, navigation pane, explorer, full width',
  'look.propertiesPane':
    'properties, details, inspector, right, hide properties, side panel, more room, right panel, toggle properties, attributes pane, info panel, hide details, show details',
  'look.nextPane': 'next pane, switch pane, jump, focus, jump to next, cycle panes, other window part, F6',
  'look.previousPane': 'previous pane, switch pane, jump back, focus, jump to previous, cycle back',
  'look.menus':
    'voice menu, voice menus, ivr, call queue, queue, hotline, call group, ring group, auto attendant, greeting, press 1, call flow, routing, answering, call forwarding, forwarding, phone menu, voicemail, answering machine, reception, front desk, call distribution, incoming calls, call routing, menu options, waiting loop, hold music, sales line, support line, department line, telephone menu, hunt group, emergency call, opening hours, out of office message, announcement',
  'look.today':
    'today, now, back to today, current day, present, other day, date, time travel, reset date, current date, back from the future, return to today, calendar day, choose a day, stop time travel, look at another day, past day, other day, day looked at',
  'look.themeLight':
    'light, bright, white, theme, appearance, colours, colors, day mode, light mode, white background, bright mode, day, theme light, disable dark mode, contrast',
  'look.themeDark':
    'dark, dark mode, night, black, theme, appearance, colours, colors, night mode, black background, dark background, eye strain, theme dark, dark theme, contrast',
  'look.themeSystem':
    'theme, automatic, appearance, system colours, colors, default look, follow system, auto theme, same as windows, same as mac, system theme',
  'look.larger':
    'larger, bigger, zoom in, font size, increase text, text size, magnify, enlarge, readable, bigger letters, bigger text, larger text, magnifier, hard to read, too small, accessibility, font bigger, scale up, glasses, cannot read',
  'look.smaller':
    'smaller, zoom out, font size, decrease text, text size, shrink, compact, smaller text, too big, font smaller, scale down, more on screen, denser',
  'look.normalSize':
    'normal size, reset zoom, 100 percent, default size, reset size, original size, actual size, standard size',
  'look.languageSystem':
    'language, system language, translation, locale, change language, switch language, automatic language',
  'look.languageEnglish':
    'english, language, translation, change language, switch language, switch to english, in english',
  'look.languageGerman':
    'german, deutsch, language, translation, change language, switch language, switch to german, in german',
  'help.manual':
    'help, manual, handbook, documentation, docs, guide, instructions, how to, tutorial, learn, explain, what is, question, faq, user guide, F1, how does it work, how does this work, how do i, works, work, usage, user manual, knowledge base, explanation, training, getting started, first steps, introduction, what does it mean, glossary, assistance, support page, i am lost, examples, why, what is a pool, do not understand, confused, screen reader, mouse, without a mouse, F1',
  'help.tour':
    'tour, guided tour, walkthrough, getting started, first steps, introduction, show me around, demo, tutorial, onboarding, beginner, welcome, guide',
  'help.whatsNew':
    'news, new features, changes, changelog, release notes, what changed, latest, version history, update notes, whats new, new version, recent changes, improvements, novelties',
  'look.keys':
    'keys, shortcuts, keyboard, hotkeys, help, cheat sheet, key bindings, how, shortcut list, keyboard shortcuts, key commands, accelerators, function keys, hot key, screen reader, without a mouse, F6, F1',
  'help.log':
    'log file, error report, diagnostics, support, debug, troubleshoot, bug, problem, crash, crashed, send log, error log, logs, log files, something broke, fault, defect, report problem, report a bug, support file, slow, hangs, freezes, does not work, not working, crashes, feedback',
  'help.about':
    'about, version, license of the program, build, which version, update, copyright, info, program version, app version, version number, licence of the program, imprint, credits, who made this, check for updates, software version, feedback',
  'account.synchronise':
    'synchronise, synchronize, sync, refresh, reload, update, send, upload, fetch, exchange, connect, online, get updates, pull changes, push changes, sync now, save to server, transmit, transfer data, merge, up to date, go online, offline, get latest, download changes, upload changes, no internet, no connection, no network, internet down, wifi down, disconnected',
  'account.attention':
    'attention, conflicts, rejected acts, resolve, what was refused, retry, meanwhile, needs me, conflict, solve conflict, resolve conflicts, what went wrong, show problems, rejected, collision, handle conflict, not saved, not kept, did not save',
  'account.others':
    'who else, who is here, others, colleagues, other computers, presence, who is online, online users, active users, present, away, last seen, who works on this, coworkers, team, online now',
  'account.reminders':
    'reminders, notifications, alerts, notify, e-mail, mail, warn me, before it ends, recipients, alarm, remind me, remind, warning before expiry, renewal reminder, expiry alert, mail address, inform, inform me, tell me before, address for reminders, push notification, e-mail notification',
  'account.mail':
    'mail, e-mail, email, smtp, mail server, send mail, outgoing mail, sender, mail settings, send reminders, letters, postbox, mailbox, office 365, gmail, exchange, newsletter, circular',
  'account.exportReminders':
    'calendar, ics, ical, outlook, export reminders, calendar file, appointments, dates, google calendar, subscribe calendar, calendar export, add to calendar, ics file, schedule',
  'account.properties':
    'account, settings, preferences, options, configuration, setup, time zone, company, name of the account, payment, billing, card, invoice, country, currency, address, company name, organisation name, organization, credit card, debit, bank, iban, direct debit, pay, paying, payment status, outstanding amount, debt, overdue, account name, account details, account settings, master data, company data, limited account, why limited, account blocked, unpaid, not paid, payment due, outstanding, past due, bank account',
  'account.contract':
    'contract, commitment, terms, notice, termination, cancel contract, minimum, fee, agreement, reduction, price, notice period, cancellation period, minimum term, minimum quantity, obligation, duration of contract, early exit, exit fee, contract end, terms and conditions, service agreement, legal',
  'account.catalogue':
    'catalogue, catalog, license types, what a license gives, features, prices, price, units, resources, products, tariff, plans, feature, what does plus give, what is included, included features, license contents, product list, price list, pricelist, edition, editions, package, packages, quota per license, fallback, license kinds, service level, list prices, quantity per license, definition of license, chip, fob, transponder, crm, power dialer, campaigns, analytics, integrations, discount',
  'account.newType':
    'new license type, own license type, custom license, add a type, own product, add to catalogue, define license, other vendor, in-house license, add product, own tariff, new plan type, new kind of license, custom plan, invent license',
  'account.requests':
    'requests, ask vendor, support, reduce licenses, change type, cancel licenses, customer success, ticket, fewer licenses, downgrade, switch plan, contact vendor, contact supplier, ask for more, order request, cancellation of licenses, terminate licenses, give back licenses to vendor, change plan, change type of purchase, customer service, enquiry, inquiry, open request, approve request, complaint',
  'account.roles':
    'roles, rights, permissions, access, what may who do, custom role, supervisor, concierge, technician, authorisation, grant rights, authorization, privileges, user rights, role definition, define role, who can do what, what am i allowed, allowed, may i, security roles, access control, access rights, job title, who has access, give rights, read only, read-only, not allowed, why can i not, cannot edit, no permission',
  'account.fields':
    'own fields, custom fields, custom columns, extra column, add a column, more information, attributes, properties, metadata, tags, user-defined, user defined field, own columns, more fields, additional data, extra data, extra information, desk, room number, personnel number, employee number, cost center field, label field, parking number, parking space number, meter number',
  'account.administrators':
    'administrators, admin, make admin, admins, owner, manager, rights, who may, delegate, access, site manager, property manager, facility manager, appoint administrator, add administrator, add admin, site admin, who is responsible, responsible person, responsibility, deputy, assign manager, superuser, in charge, person in charge, landlord, property management, housing association, stand-in, substitute',
  'vendors.ringoverCompare':
    'ringover, compare with ringover, differences, check against vendor, audit, phone system, cloud telephony, telephony provider, compare with phone system, reconcile, what differs from ringover, check ringover',
  'vendors.ringoverPull':
    'ringover, pull, fetch, download from ringover, get users from phone system, take over account, connect ringover, api key, import from ringover, get from ringover, read ringover, load from ringover',
  'vendors.ringoverPush':
    'ringover, push, send to ringover, invite users, upload, provision phones, publish, sync to phone system, export to ringover, write to ringover, update ringover, transfer to ringover, provisioning, provision',
  'vendors.panels':
    'write to panel, intercom, door station, bas-ip, door panel, program panel, upload apartments, provision intercom, doorbell, program panels, configure panel, program intercom, send to intercom, transfer to panel, bas ip, write addresses, call addresses, panel addresses, provisioning, configure doorbell, door code, nameplate, name plate, name on the bell, bell names, doorbell names, door list, names at the door',
  'edit.export':
    'export, csv, excel, xlsx, workbook, spreadsheet, download, phone book, vcard, yealink, snom, grandstream, whole account, list for others, directory, telephone directory, address book',
  'account.openFile':
    'open, open file, project file, trellis file, load, viewer, look into a file, merge, stick, usb, from colleague',
  'account.saveFile':
    'save, save as, project file, trellis file, copy of the account, pack, carry, stick, usb, send by mail, archive, send to colleague, send to a colleague, hand to colleague',
  'account.backups':
    'backup, backups, restore, go back, undo everything, earlier state, recover, lost data, snapshot, how it was, rescue, safety copy',
  'account.settings':
    'settings, preferences, options, configuration, configure, setup, set up, language, theme, type size, notifications, tray, customise, customize, personalise, appearance, user settings, program settings, app settings, my settings, adjust, general settings, look and feel, interface, preferences of this computer, regional, config, control panel',
  'account.share':
    'share, share account, folder, collaborate, network drive, dropbox, onedrive, several computers, team, together, invite colleague, second computer, nas, cloud, server, usb stick, usb, stick, postgres, webdav, nextcloud, syncthing, google drive, shared drive, file server, multi user, multiuser, work together, cooperate, second location, access from home, home office, remote, give colleagues access, put online, publish account, share with colleagues, connect, database, connect to a server',
  'account.shorten':
    'shorten history, compact, compaction, purge, prune, clean up, delete history, old acts, old entries, remove old data, archive history, retention, gdpr, forget people, right to be forgotten, data protection, erase personal data, make smaller, shrink, smaller folder, truncate, checkpoint',
  'account.turnFolder':
    'copied folder, dropbox, onedrive, syncthing, stick, server folder, exclusive, kept, keeper, convert folder, other way, change order, put acts in order',
  'account.protect':
    'protect, security, secure, encrypt, password, safe, lock, recovery words, sign, trust, privacy, lost stick, encryption, recovery, recovery key, recovery phrase, confidential, protection, access protection, passphrase, sealed, cyber security, hack, hacker, tamper, make safe, signing, key pair, pin',
  'account.lock':
    'lock, lock screen, passphrase, hide everything, walk away, leave my desk, screen lock, lunch, lunch break, break, going away',
  'account.lockAfter':
    'auto lock, idle, timeout, minutes, passphrase, lock automatically, inactivity, inactive computer, lock',
  'account.close':
    'close, log out, sign out, switch account, leave, other account, exit account, open another, quit, logout, log off, sign off, exit, back to start, start page, change account, open other account, join another account, new account, end session, other company',
};
