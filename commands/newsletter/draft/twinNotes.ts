import { type Block, type Button, block, button } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { NewsletterItem } from '../../../src/newsletter/compose/compose.ts'
import { twinPairs } from '../../../src/newsletter/twins/twins.ts'

/** Of a longer draft only the first ones are compared with one another. */
const mostCompared = 300
/** As many pairs have a button each. */
const mostButtons = 2

export interface TwinNotes {
  readonly blocks: readonly Block[]
  readonly buttons: readonly Button[]
}

/** Says which updates of a draft seem to tell of one event, and offers to make one item of each two. */
export function twinNotes(items: readonly NewsletterItem[]): TwinNotes {
  const updates = items.filter(({ source }) => source === 'update').slice(0, mostCompared)
  const pairs = twinPairs(updates).map(([{ id }, { id: other }]) =>
    [id, other].toSorted((one, two) => Number(one.slice(1)) - Number(two.slice(1))),
  )
  if (pairs.length === 0) return { blocks: [], buttons: [] }
  const named = pairs.map((pair) => list(pair, 'and'))
  return {
    blocks: [block.text(`Very similar, so perhaps about one event: ${named.join('; ')}.`)],
    buttons: pairs
      .slice(0, mostButtons)
      .map(([into = '', update = '']) =>
        button(`Merge ${update} into ${into}`, 'update merge', { update, into }),
      ),
  }
}
