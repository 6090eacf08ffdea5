import { updatesInSection } from '../../../db/newsletter/arrange/plan.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { sectionsOf } from '../../../src/newsletter/plan.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseRemoved } from '../../update/write/removedSection.ts'
import { changePlan } from './changePlan.ts'
import { changesHeld } from './planHere.ts'

export const removeFromPlan = command({
  name: 'remove',
  group: 'plan',
  about: 'Remove a section from the newsletter; it can be brought back',
  options: { section: required(option.section({ about: 'Which section' })) },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan remove publications'],
  async run(context, { section }) {
    const changes = await changesHeld(context.db)
    const known = sectionsOf(changes)
    refuseRemoved(known, section)
    const title = sectionTitle(known, section)
    await refuseFiled(context.db, section, title)
    if (known.filter(({ isRemoved }) => !isRemoved).length === 1)
      throw new UserError(`“${title}” is the last section of the newsletter; nothing was changed.`)
    await changePlan(context, { ...changes, removed: [...(changes.removed ?? []), section] })
    const lines = writesItself[section]
    return message(
      rich`“${title}” is not a section of the newsletter any more; updates are neither proposed for it nor taken into it.`,
      lines === undefined ? undefined : block.text(`${lines} are not printed any more.`),
      block.buttons(button('Undo', 'newsletter plan restore', { section })),
    )
  },
})

/** What the bot puts into standing sections by itself. */
const writesItself: Readonly<Record<string, string>> = {
  'wg-meetings': 'The lines of meetings that were held',
  'what-is-new': 'The lines of new and outgoing chairs and members',
  publications: 'Publications from the library',
}

export const restoreToPlan = command({
  name: 'restore',
  group: 'plan',
  about: 'Bring back a section that was removed from the newsletter',
  options: { section: required(option.text({ about: 'Its title or its key', max: 120 })) },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan restore publications'],
  async run(context, { section: typed }) {
    const changes = await changesHeld(context.db)
    const removed = sectionsOf(changes).filter(({ isRemoved }) => isRemoved)
    const found = removed.find(({ key, title }) => [key, title].some((name) => fold(name) === fold(typed)))
    if (!found)
      throw new UserError(
        removed.length === 0
          ? 'No section was removed; nothing was changed.'
          : `“${typed.trim()}” is not a section that was removed. There are: ${removed.map(({ key }) => key).join(', ')}.`,
        {
          option: 'section',
          choices: removed.slice(0, 9).map(({ key, title }) => ({ label: title, value: key })),
        },
      )
    const others = (changes.removed ?? []).filter((key) => key !== found.key)
    await changePlan(context, { ...changes, removed: others })
    return message(
      rich`“${found.title}” is a section of the newsletter again, where it stood.`,
      block.buttons(
        button('Undo', 'newsletter plan remove', { section: found.key }),
        button('The whole plan', 'newsletter plan show'),
      ),
    )
  },
})

/** Raises `UserError` where updates of an unpublished issue stand in a section. */
async function refuseFiled(
  db: Parameters<typeof updatesInSection>[0],
  section: string,
  title: string,
): Promise<void> {
  const filed = await updatesInSection(db, section)
  if (filed.length === 0) return
  const named = filed.slice(0, 8).map((id) => `U${id}`)
  throw new UserError(
    `${list(named, 'and')}${filed.length > named.length ? ' and others' : ''} ${filed.length === 1 ? 'stands' : 'stand'} in “${title}”. Move ${filed.length === 1 ? 'it' : 'them'} to another section first (${counted(filed.length, 'update')}); nothing was changed.`,
    {
      buttons: [
        ...named.slice(0, 4).map((update) => ({
          ...button(`Move ${update}`, 'update move', { update }),
          ask: true as const,
        })),
        button('Show them', 'update list', { section }),
      ],
    },
  )
}
