import type { Update } from '../../../db/newsletter/updates.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { titleOf } from '../../../src/newsletter/render/title.ts'
import type { Context } from '../../define.ts'
import { correctIssue } from '../../records/correctIssue.ts'
import type { ReadingContext } from '../write/reading/known.ts'
import { printedItem } from './printedItem.ts'

/**
 * Says that an update is printed already and stays so in print, and what a correction would do, which takes out an
 * update that has moved to another issue; empty for one that was not printed.
 */
export async function afterPrint(
  { db, caller }: Context,
  { open }: Pick<ReadingContext, 'open'>,
  update: Update,
  hasMoved: boolean,
): Promise<readonly Block[]> {
  if (update.newsletterId === null || open.some(({ id }) => id === update.newsletterId)) return []
  const printed = await printedItem(db, update)
  if (!printed) return []
  const { newsletter } = printed
  if (hasMoved) {
    const decides = caller.isSecretariat ? '' : '; the secretariat decides on one'
    return [
      block.text(
        `${titleOf(newsletter)} is published and stays as it was printed; a correction would take U${update.id} out of it${decides}.`,
      ),
    ]
  }
  return caller.isSecretariat
    ? [
        block.text(
          `${titleOf(newsletter)} is published and stays as it was printed; a correction prints the new words.`,
        ),
        block.buttons(correctIssue(newsletter.period)),
      ]
    : [
        block.text(
          `${titleOf(newsletter)} is published and stays as it was printed; the secretariat decides on a correction.`,
        ),
      ]
}
