import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import {
  lockUpdate,
  type Update,
  type UpdateContent,
  updateVersions,
} from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type Context, command, found } from '../../define.ts'
import { detailsOf, editButton, updateFields } from '../card.ts'
import { details, which } from '../options.ts'
import { tellOfEdit, undoButton } from '../tell.ts'
import { type Given, readUpdate } from './reading.ts'
import { onlyNew, revise } from './revise.ts'

export const edit = command({
  name: 'edit',
  about: 'Change an update; every version is kept, and whoever it concerns is told',
  options: {
    update: which,
    text: option.text({ about: 'The new text, with its date', max: 2000, multiline: true }),
    ...details,
  },
  access: anyone,
  changes: true,
  examples: [
    '/update edit U1 text:"CTED held a workshop in Nairobi (6-10 Mar)"',
    '/update edit U1 section:regional',
  ],
  async run(context, { update: id, ...typed }) {
    const { db, now, today, caller } = context
    const before = await lockOwn(context, id)
    if (before.status === 'withdrawn')
      throw new UserError(`U${id} was withdrawn; restore it first with /update restore U${id}.`)
    if (isEmpty(typed)) {
      throw new UserError(
        `Nothing to change in U${id} was given; give text:, section:, date:, entities:, wg:, place: or link:.`,
      )
    }
    const { text, ...given } = onlyNew(before, typed)
    if (isEmpty({ text, ...given }))
      throw new UserError(`U${id} says all of that already; nothing was changed.`)
    const asRead = await readUpdate(db, before.originalText, nothing, today)
    const read = await readUpdate(db, text ?? before.originalText, given, today)
    const content = revise(before, asRead.content, read.content, given)
    // A new date may belong to another issue.
    const issue = content.startOn === before.startOn ? undefined : read.issueFor(content.startOn)
    const version = (await updateVersions(db, id)).length + 1
    const newsletterId = issue?.id ?? before.newsletterId
    const status = before.status === 'accepted' && caller.isSecretariat ? 'accepted' : 'proposed'
    const edited = { id, version, editorId: caller.personId, newsletterId, status, content } as const
    const change = await editUpdate(db, edited, now)
    context.about(`update:${id}`)
    const consequence = tellOfEdit(context, before, { content, status, change })
    return message(
      rich`Changed U${id} (version ${version}): ${content.text}`,
      updateFields(content),
      overruledDate(before, content, given),
      lostBlock(before, content, given),
      consequence === undefined ? undefined : block.text(consequence),
      block.buttons(undoButton(id, change), editButton(id, content)),
    )
  },
})

/** Says that a date set before gave way to that of the new text. */
function overruledDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [was, is] = [detailsOf(before).date, detailsOf(now).date]
  if (given.date !== undefined || was === undefined || is === undefined || was === is) return undefined
  return block.text(`The date is now ${is}, as the new text says; it was ${was}.`)
}

/** What was read from the former text and is in the new one no more, though nobody took it out by name. */
function lostBlock(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [said, says] = [detailsOf(before), detailsOf(now)]
  const entities = given.entities ? [] : before.entities.filter((name) => !now.entities.includes(name))
  const lost = [
    ...(entities.length > 0 ? [`entities ${entities.join(', ')}`] : []),
    ...(['date', 'place', 'link', 'wg'] as const)
      .filter((name) => given[name] === undefined && said[name] !== undefined && says[name] === undefined)
      .map((name) => `${name} ${said[name]}`),
  ]
  if (lost.length === 0) return undefined
  return block.text(
    `Gone with the former text: ${lost.join('; ')}. What should stay is named in a further edit.`,
  )
}

const nothing: Given = {
  section: undefined,
  date: undefined,
  entities: undefined,
  wg: undefined,
  place: undefined,
  link: undefined,
}

function isEmpty(given: Readonly<Record<string, unknown>>): boolean {
  return Object.values(given).every((value) => value === undefined)
}

/** The update, held, if the caller wrote it or is the secretariat. Raises `UserError`. */
export async function lockOwn({ db, caller }: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(db, id), `update U${id}`)
  if (update.authorId === caller.personId || caller.isSecretariat) return update
  throw new UserError(
    `U${id} was posted by somebody else; only its author and the secretariat may change it.`,
  )
}
