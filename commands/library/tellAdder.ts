import type { LibraryItem } from '../../db/library/items.ts'
import { withReason } from '../../src/core/feature/withReason.ts'
import { type Block, block, button, message, rich } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { formatPeriod } from '../../src/core/time/period.ts'

import type { Context } from '../define.ts'
import { byWhom } from '../records/byWhom.ts'
import { newsletterWords, publishedOf } from './shown.ts'

/** Tells whoever added an item what somebody else changed in it, from what to what; says to the caller that they are told. */
export function tellAdder(
  { caller, notify }: Context,
  {
    before,
    after,
    change,
  }: { readonly before: LibraryItem; readonly after: LibraryItem; readonly change: number },
): Block | undefined {
  const { id, addedBy } = after
  const changed = changedFacts(before, after)
  if (addedBy === caller.personId || changed.length === 0) return undefined
  notify([
    {
      key: `library:${id}:${change}:${addedBy}`,
      personId: addedBy,
      kind: 'library',
      subject: `library:${id}`,
      message: withReason(
        message(
          rich`${byWhom(caller)} changed LIB${id} ${before.title}: ${changed.join('; ')}.`,
          after.removed ? undefined : block.buttons(button('Show', 'library show', { item: `LIB${id}` })),
        ),
        { as: 'the one who added it', otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    },
  ])
  return block.text('Whoever added it is told.')
}

/** `title now A (was B)`, for each fact that differs. */
function changedFacts(before: LibraryItem, after: LibraryItem): readonly string[] {
  const was = new Map(factsOf(before))
  return factsOf(after).flatMap(([name, text]) => {
    const former = was.get(name) ?? 'none'
    if (text === former) return []
    return [standing(name, after) ?? `${name} now ${text} (was ${former})`]
  })
}

/** Whether it is in use, in a sentence; undefined for any other fact. */
function standing(name: string, { retiredOn, removed }: LibraryItem): string | undefined {
  if (name === 'retired')
    return retiredOn === null ? 'it is in use again' : `it is retired from ${formatDay(retiredOn)} on`
  if (name === 'in the library')
    return removed ? 'it is taken out of the library' : 'it is in the library again'
  return undefined
}

function factsOf(item: LibraryItem): readonly (readonly [name: string, text: string])[] {
  const published = publishedOf(item)
  return [
    ['title', item.title],
    ['link', item.link],
    ['kind', item.kind],
    ['issued by', item.entity ?? 'none'],
    ['working group', item.group ?? 'none'],
    ['published', published === undefined ? 'none' : formatPeriod(published)],
    ['topics', item.topics.join(', ') || 'none'],
    ['purpose', item.purpose ?? 'none'],
    ['retired', item.retiredOn === null ? 'no' : `from ${formatDay(item.retiredOn)} on`],
    ['newsletter', newsletterWords(item)],
    ['in the library', item.removed ? 'no' : 'yes'],
  ]
}
