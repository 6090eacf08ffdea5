import { addGroup, changeGroup, groupFields } from '../../../db/directory/edit/group.ts'
import { closedGroups } from '../../../db/directory/groups.ts'
import { holdRow } from '../../../db/store/holdRow.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { isNothing, UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { type GroupRef, option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { addedAgain, nameList, orNone, revertButton } from '../../directory/edit/answer.ts'
import { refuseRetiredAcronym } from '../../directory/edit/offerBack.ts'
import { recorderOf } from '../../directory/edit/recorderOf.ts'
import { readRenaming, renamedAnswer, renamingOptions } from '../../directory/edit/renaming.ts'
import { nextStep } from '../../directory/upkeep/nextStep.ts'
import { nameTyped } from '../../records/nameTyped.ts'
import { changedFrom, presentTexts } from '../../records/present.ts'
import { toChange } from '../../records/toChange.ts'
import { tellOfGroupChange } from '../told/groupChanged.ts'
import { askBeforeClosing, peopleOfGroup, tellOfClosing } from '../told/groupClosed.ts'
import { groupOptions } from './options.ts'
import { readQuorum } from './quorum.ts'
import { stillOpen } from './stillOpen.ts'
import { stillPlanned } from './stillPlanned.ts'

export const add = command({
  name: 'add',
  about: 'Set up a working group',
  options: {
    acronym: required(option.text({ about: 'The acronym', max: 40 })),
    name: required(option.text({ about: 'Its full name', max: 200 })),
    ...groupOptions,
  },
  access: secretariat,
  changes: true,
  examples: ['/wg add YOUTH name:"Working Group on Youth" pillar:I'],
  async run(
    context,
    { acronym, name, number, pillar, objective, aliases, subjects, quorum, rhythm, source },
  ) {
    const rule = quorum === undefined ? undefined : await readQuorum(context, undefined, quorum)
    await refuseRetiredAcronym(context, 'group', acronym)
    const saved = await addGroup(
      context.db,
      {
        acronym,
        name: nameTyped(name, 'A working group'),
        number,
        pillar: pillar ?? null,
        objective: orNone(objective ?? '') ?? '',
        aliases: nameList(aliases ?? ''),
        subjects: nameList(subjects ?? ''),
        openToAll: false,
        retired: null,
        quorum: rule?.quorum ?? null,
        rhythm: rhythm ?? 'quarterly',
      },
      recorderOf(context, source),
    )
    context.about(`group:${saved.id}`)
    return message(
      rich`Set up ${acronym}, ${name}, as working group ${saved.number}. It has no chair and no members yet.`,
      addedAgain(saved.again),
      saved.again
        ? tellOfClosing(context, await peopleOfGroup(context, { id: saved.id, acronym }, context.today), {
            change: saved.change,
            closed: null,
          })
        : undefined,
      block.buttons(
        { ...button('Appoint a chair', 'wg appoint', { wg: acronym, role: 'chair' }, 'primary'), ask: true },
        { ...button('Add a member', 'wg join', { wg: acronym }), ask: true },
        button('Show', 'wg show', { wg: acronym }),
        revertButton(saved.change),
      ),
      ...(await nextStep(context)),
    )
  },
})

export const edit = command({
  name: 'edit',
  about: 'Change a working group; what it was before stays on record',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    acronym: option.text({ about: 'The new acronym', max: 40 }),
    name: option.text({ about: 'Its full name from now on', max: 200 }),
    ...renamingOptions,
    ...groupOptions,
  },
  access: secretariat,
  changes: true,
  examples: [
    '/wg edit ETCIP objective:"Prepares States for new kinds of attack"',
    '/wg edit ETCIP quorum:12',
  ],
  present: (context, { wg }) => presentOf(context, wg.id),
  edits: ({ db }, { wg }) => ({
    ...{ subject: `group:${wg.id}`, alsoBy: ['directory revert'] },
    hold: () => holdRow(db, 'workingGroups', wg.id),
  }),
  async run(context, { wg, source, ...typed }) {
    if (isNothing({ source, ...typed })) throw toChange(wg.acronym)
    const { acronym, name, from, always, was, ...given } = changedFrom(await presentOf(context, wg.id), typed)
    const { number, pillar, objective, aliases, subjects, quorum, rhythm } = given
    const renaming = readRenaming({ acronym, name, from, always, was }, context.today)
    const rule = quorum === undefined ? undefined : await readQuorum(context, wg, quorum)
    const saved = await changeGroup(
      context.db,
      wg.id,
      {
        ...(acronym ? { acronym } : {}),
        ...(name ? { name: nameTyped(name, 'A working group') } : {}),
        ...(number === undefined ? {} : { number }),
        ...(pillar ? { pillar } : {}),
        ...(objective ? { objective: orNone(objective) ?? '' } : {}),
        ...(aliases ? { aliases: nameList(aliases) } : {}),
        ...(subjects ? { subjects: nameList(subjects) } : {}),
        ...(rule ? { quorum: rule.quorum } : {}),
        ...(rhythm ? { rhythm } : {}),
      },
      recorderOf(context, source),
      renaming,
    )
    if (!saved) throw new UserError(`None of that differs from what is on record about ${wg.acronym}.`)
    context.about(`group:${wg.id}`)
    const told = await tellOfGroupChange(context, { id: wg.id, acronym: acronym ?? wg.acronym }, { ...saved })
    return renamedAnswer(wg.acronym, saved, renaming, {
      show: 'wg show',
      edit: 'wg edit',
      values: { wg: acronym ?? wg.acronym },
      note:
        [rule?.note, await closedNote(context, wg)].filter((one) => one !== undefined).join(' ') || undefined,
      told,
    })
  },
})

/** Says of a group that was closed, as while a form was open, that it is; undefined for any other. */
async function closedNote({ db, today }: Context, { id, acronym }: GroupRef): Promise<string | undefined> {
  const [closed] = await closedGroups(db, [id], today)
  return closed?.retired
    ? `${acronym} is closed since ${formatDay(closed.retired)}; that stays so.`
    : undefined
}

/** What is on record of a group, as the options take it. */
async function presentOf({ db }: Context, id: number) {
  const group = found(await groupFields(db, id), 'such group')
  const { acronym, name, number, pillar, objective, aliases, subjects, quorum, rhythm } = group
  return presentTexts({
    ...{ acronym, name, number: String(number), pillar, objective, rhythm },
    ...{
      aliases: aliases.join('; '),
      subjects: subjects.join('; '),
      quorum: quorum === null ? '0' : String(quorum),
    },
  })
}

export const retire = command({
  name: 'retire',
  about: 'Close a working group from a day on; its record stays',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    on: option.day({ about: 'The first day without it; today by default' }),
    source: groupOptions.source,
  },
  access: secretariat,
  changes: true,
  confirm: 'Close {wg}? It leaves the lists from that day on; meetings and terms stay on record.',
  examples: ['/wg retire CJLR-CFT on:2027-01-01'],
  async run(context, { wg, on = context.today, source }) {
    const people = await peopleOfGroup(context, wg, on)
    const saved = await changeGroup(context.db, wg.id, { retired: on }, recorderOf(context, source))
    if (!saved) throw new UserError(`${wg.acronym} is closed from ${formatDay(on)} on already.`)
    // Unless it was confirmed, the dispatcher tries this out and takes it back.
    const question = await askBeforeClosing(context, people, on)
    if (question) return question
    context.about(`group:${wg.id}`)
    return message(
      rich`${wg.acronym} is closed from ${formatDay(on)} on; its record stays.`,
      tellOfClosing(context, people, { change: saved.change, closed: on }),
      ...(await stillPlanned(context, wg.id, on)),
      ...(await stillOpen(context, wg.id)),
      block.buttons(revertButton(saved.change), button('History', 'wg history', { wg: wg.acronym })),
    )
  },
})
