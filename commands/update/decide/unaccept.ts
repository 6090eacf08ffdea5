import { setUpdateStatus } from '../../../db/newsletter/decideUpdates.ts'
import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { type Context, command, found } from '../../define.ts'
import { whichOnes } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { learnFromDecisions } from './learn.ts'
import { answerSeveral, askBeforeTelling, type ChangedUpdate, reasonInBrackets } from './several.ts'

export const unaccept = command({
  name: 'unaccept',
  about: 'Take the acceptance of one or several updates back; they wait for a decision again',
  options: {
    update: whichOnes,
    comment: option.text({ about: 'Why, told to their authors', max: 1000, multiline: true }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many authors would be told',
  examples: ['/update unaccept U1', '/update unaccept U1, U2', '/update unaccept U1 comment:"a wrong date"'],
  async run(context, { update: ids, comment = null }) {
    const updates: Update[] = []
    for (const id of ids) updates.push(found(await lockUpdate(context.db, id), `update U${id}`))
    const accepted = updates.filter(({ status }) => status === 'accepted')
    const others = updates.filter(({ status }) => status !== 'accepted').map(whyNot)
    if (accepted.length === 0)
      throw new UserError(`${others.join('; ')}; nothing was changed.`, {
        buttons: updates
          .slice(0, 3)
          .map(({ id }) => button(`Show U${id}`, 'update show', { update: `U${id}` })),
      })
    const authors = accepted.map(({ authorId }) => authorId)
    const asked = await askBeforeTelling(context, 'Unaccept', accepted, authors)
    if (asked) return asked
    const done: ChangedUpdate[] = []
    const printed: Block[] = []
    for (const update of accepted) {
      const inPrint = await afterPrint(context, { open: [] }, update, true)
      done.push({ update, change: await unacceptOne(context, update, { comment, inPrint }) })
      printed.push(...inPrint)
    }
    await learnFromDecisions(context)
    const [only] = done
    if (only && updates.length === 1)
      return message(
        rich`U${only.update.id} is no longer accepted and waits for a decision again${reasonInBrackets(comment)}: ${shorten(line(only.update), 100)}`,
        ...printed,
        block.buttons(undoButton(only.update.id, only.change), nextButton),
      )
    const answer = answerSeveral(
      rich`No longer accepted; they wait for a decision again${reasonInBrackets(comment)}:`,
      done,
      others,
      true,
    )
    return { ...answer, blocks: [...answer.blocks, ...printed] }
  },
})

/** What an update is instead of accepted, and what can be done. */
function whyNot({ id, status, mergedInto }: Update): string {
  switch (status) {
    case 'proposed':
      return `U${id} is not accepted: it waits for a decision`
    case 'merged':
      return `U${id} was merged into U${mergedInto}, which tells of it`
    case 'returned':
    case 'withdrawn':
    case 'accepted':
      return `U${id} is ${status}, not accepted`
  }
}

/** Makes an accepted update wait again, and tells its author; returns the running number of the change. */
async function unacceptOne(
  context: Context,
  update: Update,
  { comment, inPrint }: { readonly comment: string | null; readonly inPrint: readonly Block[] },
): Promise<number> {
  const { id, authorId } = update
  const by = context.caller.personId
  const change = await setUpdateStatus(context.db, { id, status: 'proposed', comment, by })
  context.about(`update:${id}`)
  const notice = message(
    rich`The secretariat took the acceptance of your update U${id} back${reasonInBrackets(comment)}; it waits for a decision again: ${line(update)}`,
    ...inPrint,
  )
  tellPerson(context, update, change, { personId: authorId, kind: 'unaccepted' }, notice)
  return change
}
