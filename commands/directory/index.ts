import { feature } from '../define.ts'
import { card } from './card.ts'
import { addEntityCommand } from './edit/addEntity.ts'
import { addPersonCommand } from './edit/addPerson.ts'
import { editEntityCommand } from './edit/editEntity.ts'
import { editPersonCommand } from './edit/editPerson.ts'
import { retireEntityCommand, retirePersonCommand } from './edit/retire.ts'
import { revert } from './edit/revert.ts'
import { entity } from './entity.ts'
import { exportFile } from './export.ts'
import { find } from './find/find.ts'
import { directorySayings } from './find/sayings.ts'
import { sayingsOfNew } from './find/sayingsOfNew.ts'
import { column } from './import/column.ts'
import { apply, importFile } from './import/import.ts'
import { check } from './lint/check.ts'
import { weeklyCheck } from './lint/rules.ts'
import { list } from './list.ts'
import { person } from './person.ts'
import { audit } from './record/audit.ts'
import { addOrders, recordsTold } from './said/addOrders.ts'
import { upkeepOrders } from './said/orders.ts'
import { nominate } from './seats/nominate.ts'
import { confirmNominee, declineNominee } from './seats/nominee.ts'
import { retireSeat } from './seats/retireSeat.ts'
import { directorySettles } from './seats/settles.ts'
import { vacant } from './seats/vacancies.ts'
import { handover } from './transfers/handover.ts'
import { handoverDay } from './transfers/handoverDay.ts'
import { merge } from './transfers/merge.ts'
import { termBegin } from './transfers/termBegin.ts'
import { termEnd } from './transfers/termEnd.ts'
import { attest } from './upkeep/attest.ts'
import { firstStepsHome, welcome } from './upkeep/firstSteps.ts'
import { lookups } from './upkeep/lookups.ts'
import { confirmColleagues, confirmOwnRecord } from './upkeep/rules.ts'
import { settle, wrong } from './upkeep/wrong.ts'

/** Who is who: entities, people and groups. */
export const directory = feature({
  name: 'directory',
  about: 'Find people, entities and working groups',
  aliases: ['dir', 'who'],
  groups: {
    add: 'Put entities and people into the directory',
    edit: 'Change what the directory says of an entity or a person',
    retire: 'Take an entity or a person out, or end a seat, from a day on',
    nominee: 'Decide who takes a seat in a working group',
  },
  thing: 'record',
  forms: { card: ['Card', 'Show'], entity: ['An entity’s card', 'Show'], person: ['A person’s card', 'Show'], revert: ['Undo a change', 'Undo'], import: ['Import a file', 'Import'], column: ['What a column means', 'Save'], apply: ['Apply an import', 'Apply'], nominate: ['Nominate somebody', 'Nominate'], handover: ['Hand over', 'Hand over'], merge: ['Merge two records', 'Merge'], attest: ['Confirm a record', 'Confirm'], wrong: ['Report what is wrong', 'Report'], settle: ['Settle a report', 'Settle'] }, // biome-ignore format: a table
  commands: [
    find,
    card,
    entity,
    person,
    list,
    addEntityCommand,
    addPersonCommand,
    editEntityCommand,
    editPersonCommand,
    retireEntityCommand,
    retirePersonCommand,
    retireSeat,
    revert,
    importFile,
    column,
    apply,
    vacant,
    nominate,
    confirmNominee,
    declineNominee,
    handover,
    merge,
    check,
    attest,
    wrong,
    settle,
    lookups,
    audit,
    exportFile,
  ],
  home: firstStepsHome,
  offered: 'find',
  lone: 'card',
  offers: recordsTold,
  sayings: [
    ['who is …', 'directory find …'],
    ['who is (replacing|covering for|standing in for) …', 'directory person …'],
    ['who are …', 'directory find …'],
    ['who chairs …', 'directory find who chairs …'],
    ['who chaired …', 'directory find who chaired …'],
    ['who leads …', 'directory find who chairs …'],
    ["(who is|who's) (leading|chairing|in charge of) …", 'directory find who chairs …'],
    ['[the] (vice-chair|vice-chairs|(vice|deputy) (chair|chairs)) of …', 'directory find vice-chair of …'],
    ['[the] (co-chair|co-chairs|co (chair|chairs)) of …', 'directory find co-chair of …'],
    ["who (is|are) @'s …", 'directory find @ …'],
    ['who led …', 'directory find who chaired …'],
    ['where is …', 'directory find …'],
    ['who can i ask about …', 'directory find …'],
    ['who should i ask about …', 'directory find …'],
    ['whom do i ask about …', 'directory find …'],
    ['contact for …', 'directory find …'],
    ['contact of …', 'directory find …'],
    [
      '(make|name|appoint) … [as] [(the|our|a)] [new] focal point (for|of|at) @',
      'directory edit person … entity:@ title:"Focal point"',
    ],
    ['(add|register) … ✉ (to|of|from|for|at) [the] @', 'directory add person "…" email:✉ entity:@'],
    ['(add|register) … of @ ✉', 'directory add person "…" email:✉ entity:@'],
    ...(['email', 'phone', 'title'] as const).map(
      (what) =>
        [`… (${what}|new ${what}) [address|number] is [now] …`, `directory edit person … ${what}:…`] as const,
    ),
    ['focal point of …', 'directory find focal point of …'],
    ['focal points of …', 'directory find focal point of …'],
    ['focal point for …', 'directory find focal point of …'],
    ['focal points for …', 'directory find focal point of …'],
    ['@ (focal point|focal points)', 'directory find focal point of @'],
    ...directorySayings,
    [
      '[qui est le|quel est le|le|quién es el|el|кто] (point focal|punto focal|координатор) [de|pour|del|para|от] @',
      'directory card @',
    ],
    ['@ chair', 'directory find @ chair'],
    ['contact @', 'directory find @'],
    ['what is @', 'directory card @'],
    ["(what is|what's) @ (about|for|all about|doing)", 'directory card @'],
    ["what's @", 'directory card @'],
    ['entities', 'directory list'],
    ...['vacancies', 'vacant seats', 'empty seats', 'open seats'].flatMap((seats) => [
      [seats, 'directory vacancies'] as const,
      ...['in', 'of'].map((of) => [`${seats} ${of} @`, 'directory vacancies @'] as const),
    ]),
    ...['who has no focal point', 'entities without focal point', 'entities without a focal point'].map(
      (asked) => [asked, 'directory check'] as const,
    ),
    ...['export', 'download'].flatMap((verb) =>
      ['the directory', 'contacts', 'the contacts', 'all contacts'].map(
        (what) => [`${verb} ${what}`, 'directory export'] as const,
      ),
    ),
    ...['chair', 'co-chair', 'vice-chair'].flatMap((role) =>
      ['hand over the', 'hand over', 'handover of the'].map(
        (verb) => [`${verb} ${role} of …`, `directory handover ${role} of …`] as const,
      ),
    ),
    ['who (changed|edited) U# [and when|when]', 'update show #'],
    ['what was changed', 'directory audit'],
    ['what changed', 'directory audit'],
    ['what changed …', 'directory audit …'],
    ['what (changed|has changed|was changed|is new) in the directory', 'directory audit'],
    ['what (changed|has changed|was changed) in the directory …', 'directory audit in:"…"'],
    [
      '[show|see] [the] (record of changes|change log|changelog|audit log|audit trail|log)',
      'directory audit',
    ],
    ['who (updated|touched|changed|edited|wrote) the (record|entry|card) of …', 'directory audit …'],
    ['what was changed …', 'directory audit …'],
    ['who changed what', 'directory audit'],
    ['who changed what …', 'directory audit …'],
    ['who changed …', 'directory audit …'],
    ['who edited …', 'directory audit …'],
    ['what changed in …', 'directory audit …'],
    ['what was changed in …', 'directory audit …'],
    ['all entities', 'directory list'],
    ['list all entities', 'directory list'],
    ['list of entities', 'directory list'],
    ...sayingsOfNew,
    ['search …', 'directory find …'],
    ['search for …', 'directory find …'],
    ['who works at …', 'directory entity …'],
    ['who works for …', 'directory entity …'],
    ['people at …', 'directory entity …'],
    ['groups of …', 'directory entity …'],
    ['working groups of …', 'directory entity …'],
    ['what does … stand for', 'directory card …'],
    ['what does … mean', 'directory card …'],
    ['show …', 'directory card …'],
    ['show me …', 'directory card …'],
    ['please show me …', 'directory card …'],
    ['how do i reach …', 'directory find …'],
    ['how can i reach …', 'directory find …'],
    ['how do i contact …', 'directory find …'],
    ['who do i ask about …', 'directory find …'],
    ['who do i contact about …', 'directory find …'],
    ['who do i contact for …', 'directory find …'],
    ['who works on …', 'directory find …'],
    ['who deals with …', 'directory find …'],
    ['who knows about …', 'directory find …'],
    ['phone number of …', 'directory find …'],
    ['phone of …', 'directory find …'],
    ['email of …', 'directory find …'],
    ['address of …', 'directory find …'],
    ...upkeepOrders,
    ...addOrders,
  ],
  rules: [confirmOwnRecord, confirmColleagues, handoverDay, termEnd, termBegin, weeklyCheck, welcome],
  settles: directorySettles,
})
