import { createHash } from 'node:crypto'

import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { type UpdateWithDeadLink, updatesWithDeadLinks } from '../../../db/newsletter/links/linkChecks.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Addressees, type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'

const key = 'dead-link'

type Due = UpdateWithDeadLink & Firing

/** Tells of a link that leads nowhere; the update stays accepted all the same. */
export const deadLink: Rule<Trx, Due> = {
  key,
  about: 'A link of an accepted update leads nowhere',
  audience: [
    toldTo('the author of the update', ({ authorId }) => authorId),
    toldTo('whoever accepted it', ({ authorId, acceptedBy }) =>
      acceptedBy === authorId ? null : acceptedBy,
    ),
  ],
  moments: [onTime],
  stops: 'The link was changed or works again, or the issue was published.',
  text: ({ updateId, url, fault, text, links }) => {
    const update = `U${updateId}`
    return headed(
      'Dead link',
      message(
        rich`A link of ${update} leads nowhere: ${fault}. Nothing was changed.`,
        block.text(rich`${url}`),
        block.text(rich`${update} says: ${shorten(text, 160)}`),
        block.buttons(
          button('Show', 'update show', { update }, 'primary'),
          ...(links === 1 ? [button('Take the link out', 'update edit', { update, link: 'none' })] : []),
        ),
      ),
    )
  },
  why: ({ personId, authorId, updateId }) => ({
    as: personId === authorId ? `the author of U${updateId}` : `the one who accepted U${updateId}`,
    otherwise: leaveRule(key),
  }),
  uselessAfter: () => undefined,
}

function toldTo(who: string, whom: (update: UpdateWithDeadLink) => number | null): Addressees<Trx, Due> {
  return {
    who,
    due: async (trx, { limit }) => {
      const all = (await updatesWithDeadLinks(trx)).flatMap((update): readonly Due[] => {
        const personId = whom(update)
        return personId === null
          ? []
          : [{ ...update, personId, key: keyOf(update, personId), subject: `update:${update.updateId}` }]
      })
      const told = await recordedKeys(
        trx,
        all.map((due) => due.key),
      )
      return all.filter((due) => !told.has(due.key)).slice(0, limit)
    },
  }
}

/** A link that worked meanwhile and fails again is told of again. */
function keyOf({ updateId, url, since }: UpdateWithDeadLink, personId: number): string {
  const link = createHash('sha256').update(url).digest('hex').slice(0, 16)
  return `${key}:${updateId}:${link}:${since.getTime()}:${personId}`
}
