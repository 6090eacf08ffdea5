import { clearancesOf } from '../../db/newsletter/clearance/clearances.ts'
import { mergedInto } from '../../db/newsletter/mergeUpdates.ts'
import { type Update, updateById, updateVersions } from '../../db/newsletter/updates.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Caller } from '../../src/core/feature/caller.ts'
import {
  type Block,
  type Button,
  block,
  button,
  headed,
  message,
  moment,
  rich,
} from '../../src/core/message.ts'
import { line } from '../../src/newsletter/compose/changes.ts'
import { titleOf } from '../../src/newsletter/render/title.ts'
import { command, found } from '../define.ts'
import { sectionsHere } from '../newsletter/plan/planHere.ts'
import { editButton, updateFields } from './card.ts'
import { whoClears } from './clear/clear.ts'
import { deadLinks } from './links/deadLinks.ts'
import { updateOption } from './options.ts'
import { type PrintedItem, printedItems } from './printed/printedItem.ts'
import { versionsInWords } from './versionsInWords.ts'
import { loadKnown } from './write/reading/known.ts'
import { mendButtons, openSuggestions, remarks } from './write/remarks/remarks.ts'

export const show = command({
  name: 'show',
  about: 'An update: what was read from it, its status, every version',
  options: { update: updateOption },
  access: anyone,
  examples: ['/update show U1'],
  async run(context, { update: id }) {
    const { db, caller, zone } = context
    const update = found(await updateById(db, id), `update U${id}`)
    const own = update.authorId === caller.personId
    const parts = await mergedInto(db, id)
    if (!caller.isSecretariat && ![update, ...parts].some((one) => isOf(caller, one)))
      throw new UserError(
        `U${id} was posted for another entity; only its own people and the secretariat may read it.`,
      )
    const versions = await updateVersions(db, id)
    const may = (own || caller.isSecretariat) && update.status !== 'withdrawn' && update.status !== 'merged'
    const known = may ? await loadKnown(context, update) : undefined
    const suggestions = known ? openSuggestions(known, update) : []
    return headed(
      `Update U${id}`,
      message(
        rich`U${id}, ${update.status}, by ${update.author}${update.entity ? ` (${update.entity})` : ''}, ${moment(update.postedAt, zone)}:`,
        block.text(update.text),
        updateFields(update, known?.sections ?? (await sectionsHere(db))),
        update.mergedInto === null
          ? undefined
          : block.text(
              `It was merged into U${update.mergedInto}, which is ${(await updateById(db, update.mergedInto))?.status === 'withdrawn' ? 'withdrawn: nothing of it is printed' : 'printed'}.`,
            ),
        ...parts.map((one) =>
          block.text(
            rich`Merged into it: U${one.id} of ${one.entity ?? one.author}, who wrote: ${one.originalText}`,
          ),
        ),
        ...(await clearancesOf(db, [id])).map((one) =>
          block.text(
            one.at === null
              ? `It waits for clearance by ${whoClears(one)}.`
              : rich`Cleared for ${one.name} by ${one.by ?? 'somebody'}, ${moment(one.at, zone)}.`,
          ),
        ),
        waits(update),
        remarks({ asides: [], suggestions }),
        await deadLinks(context, update),
        ...(await printedItems(db, update)).map(printedIn),
        commentOn(update),
        versions.length > 1 ? block.heading('Versions') : undefined,
        versions.length > 1 ? block.list(versionsInWords(versions, update.version, zone)) : undefined,
        ...stepsOf(caller, update, may, mendButtons(id, suggestions)),
      ),
    )
  },
})

/** Whether an update is the caller's own or their entity's. */
function isOf({ personId, entityId }: Caller, update: Update): boolean {
  return update.authorId === personId || (update.entityId !== null && update.entityId === entityId)
}

/** What was said when it was returned or withdrawn. */
function commentOn({ comment, status }: Update): Block | undefined {
  if (!comment) return undefined
  return block.text(
    status === 'withdrawn' ? rich`Why it was withdrawn: ${comment}` : rich`The secretariat wrote: ${comment}`,
  )
}

/** That no issue has taken it yet. */
function waits({ newsletterId, status, heldOver }: Update): Block | undefined {
  if (newsletterId !== null || status === 'withdrawn' || status === 'merged') return undefined
  return block.text(
    heldOver
      ? 'It is held over: the next issue that is opened takes it.'
      : 'It is in no issue yet: one that is opened for its days or later ones takes it.',
  )
}

/** In which issue it was printed, and in which words, since those stay as they were. */
function printedIn({ newsletter, edition, item }: PrintedItem): Block {
  return block.text(
    rich`Printed in ${titleOf(newsletter)}${edition > 1 ? `, edition ${edition}` : ''}, under “${item.section}”: ${line(item)}`,
  )
}

/** What the caller may do next with an update, the likeliest first. */
function stepsOf(caller: Caller, update: Update, may: boolean, mending: readonly Button[]): readonly Block[] {
  const named = { update: `U${update.id}` }
  const open = may && caller.isSecretariat
  const steps = [
    ...(open && update.status === 'proposed'
      ? [button('Accept', 'update accept', named, 'primary'), button('Return', 'update return', named)]
      : []),
    ...(may ? [editButton(update.id, update), ...mending] : []),
    ...(open ? [{ ...button('Move', 'update move', named), ask: true }] : []),
    ...(open && update.status === 'proposed' && update.newsletterId !== null
      ? [button('Hold over', 'update hold-over', named)]
      : []),
    ...(may ? [button('Withdraw', 'update withdraw', named, 'danger')] : []),
    ...(update.status === 'withdrawn' && (caller.isSecretariat || update.authorId === caller.personId)
      ? [button('Restore', 'update restore', named)]
      : []),
  ]
  return steps.length > 0 ? [block.buttons(...steps)] : []
}
