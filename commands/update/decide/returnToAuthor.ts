import { setUpdateStatus } from '../../../db/newsletter/decideUpdates.ts'
import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { titleOf } from '../../../src/newsletter/render/title.ts'
import { type Context, command, found } from '../../define.ts'
import { editButton } from '../card.ts'
import { whichOnes } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { printedItem } from '../printed/printedItem.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { refuseMerged } from './openUpdate.ts'
import {
  answerSeveral,
  askBeforeTelling,
  type ChangedUpdate,
  refuseAllSettled,
  settledLines,
} from './several.ts'

export const returnToAuthor = command({
  name: 'return',
  about: 'Return one or several updates to their authors with a comment',
  options: {
    update: whichOnes,
    comment: required(option.text({ about: 'What the author should change', max: 1000, multiline: true })),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many authors would be told',
  examples: ['/update return U1 comment:"Which days was it?"', '/update return U3,U4 comment:"shorter"'],
  async run(context, { update: ids, comment }) {
    const updates: Update[] = []
    for (const id of ids) updates.push(found(await lockUpdate(context.db, id), `update U${id}`))
    for (const update of updates) refuseMerged(update)
    const live = updates.filter(({ status }) => status !== 'returned' && status !== 'withdrawn')
    const settled = settledLines(updates, live)
    refuseAllSettled(live, settled)
    const authors = live.map(({ authorId }) => authorId)
    const asked = await askBeforeTelling(context, 'Return', live, authors)
    if (asked) return asked
    const done: ChangedUpdate[] = []
    for (const update of live) done.push({ update, change: await returnOne(context, update, comment) })
    const [only] = done
    if (only && updates.length === 1)
      return message(
        rich`Returned U${only.update.id} to ${only.update.author}: ${comment}`,
        ...(await afterPrint(context, { open: [] }, only.update, true)),
        block.buttons(undoButton(only.update.id, only.change), nextButton),
      )
    const sentence = rich`Returned ${counted(done.length, 'update')}; their authors are told: ${comment}`
    const answer = answerSeveral(sentence, done, settled, true)
    const printed: Block[] = []
    for (const { update } of done) printed.push(...(await afterPrint(context, { open: [] }, update, true)))
    return { ...answer, blocks: [...answer.blocks, ...printed] }
  },
})

/** Says to an author whose update comes back that it is printed already. */
async function printedTo({ db }: Context, update: Update): Promise<readonly Block[]> {
  const printed = await printedItem(db, update)
  if (!printed) return []
  return [block.text(`${titleOf(printed.newsletter)} is published and stays as it was printed.`)]
}

/** Returns an update to its author, who is told; returns the running number of the change. */
async function returnOne(context: Context, update: Update, comment: string): Promise<number> {
  const { id } = update
  const decision = { id, status: 'returned', comment, by: context.caller.personId } as const
  const change = await setUpdateStatus(context.db, decision)
  context.about(`update:${id}`)
  tellPerson(
    context,
    update,
    change,
    { personId: update.authorId, kind: 'returned' },
    message(
      rich`The secretariat returned your update U${id}: ${comment}`,
      block.text(rich`You wrote: ${update.originalText}`),
      ...(await printedTo(context, update)),
      block.text(`Change it with /update edit U${id} text:"…"; it then goes to the secretariat again.`),
      block.buttons(editButton(id), button('Withdraw it', 'update withdraw', { update: `U${id}` }, 'danger')),
    ),
  )
  return change
}
