import { newsletterById, periodOf } from '../../../db/newsletter/newsletters.ts'
import { type Update, updateById } from '../../../db/newsletter/updates.ts'
import { type Block, block, button } from '../../../src/core/message.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import type { Context } from '../../define.ts'
import { correctIssue } from '../../records/correctIssue.ts'
import { afterPrint } from './afterPrint.ts'
import { printedItem } from './printedItem.ts'

/**
 * Says of an update that was set back, where its issue is published by now, that what was printed stays, or that the
 * issue went out without it; empty for any other. `before`: as it stood until then.
 */
export async function onceIssued(context: Context, before: Update): Promise<readonly Block[]> {
  const { db, caller } = context
  const issue = before.newsletterId === null ? undefined : await newsletterById(db, before.newsletterId)
  if (issue?.status !== 'published') return []
  const update = await updateById(db, before.id)
  if (update?.newsletterId !== issue.id || update.status === 'withdrawn') return []
  const { id } = update
  if (await printedItem(db, update)) {
    const same =
      update.version === before.version &&
      update.section === before.section &&
      update.mergedInto === before.mergedInto
    return same ? [] : afterPrint(context, { open: [] }, update, false)
  }
  if (update.mergedInto !== null || update.status === 'returned') return []
  const text = `The ${formatPeriod(periodOf(issue))} issue is published without U${id}`
  return caller.isSecretariat
    ? [
        block.text(`${text}; the next issue can take it.`),
        block.buttons(button('Keep for the next issue', 'update hold-over', { update: `U${id}` })),
      ]
    : [block.text(`${text}; the secretariat can keep it for the next one.`)]
}

/** Where an update is accepted whose issue was published without it. */
interface LeftOut {
  /** What its author reads. */
  readonly toAuthor: Block
  /** What the secretariat reads, and how it is printed after all. */
  readonly blocks: readonly Block[]
}

/** That an acceptance alone does not print an update any more; undefined where its issue is still to come, or printed it. */
export async function leftOutOfPrint(
  { db }: Pick<Context, 'db'>,
  update: Update,
): Promise<LeftOut | undefined> {
  const { id, newsletterId } = update
  const issue = newsletterId === null ? undefined : await newsletterById(db, newsletterId)
  if (issue?.status !== 'published' || (await printedItem(db, update))) return undefined
  const text = `The ${formatPeriod(periodOf(issue))} issue is published without U${id}`
  return {
    toAuthor: block.text(
      `${text}; the secretariat can add it by a correction, or keep it for the next issue.`,
    ),
    blocks: [
      block.text(`${text}; a correction adds it, or the next issue can take it.`),
      block.buttons(
        correctIssue(periodOf(issue)),
        button('Keep for the next issue', 'update hold-over', { update: `U${id}` }),
      ),
    ],
  }
}
