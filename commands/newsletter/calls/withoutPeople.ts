import { askableEntities } from '../../../db/newsletter/calls/askable.ts'
import type { Db } from '../../../db/store/db.ts'
import { button } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'

/** Of how many entities that cannot be called each is named. */
const mostNamed = 5

/** The entities that would be called for an issue and have nobody to call, in a sentence, and the button to add one. */
export async function withoutPeople(db: Db, newsletterId: number, now: Date) {
  const entities = await askableEntities(db, { newsletterId, now })
  // For whom the secretariat answers, nobody needs to be added.
  const without = entities.filter(
    ({ silent, leftOut, people, inHouse }) => silent && !leftOut && people.length === 0 && !inHouse,
  )
  const [first] = without
  if (!first) return undefined
  const named = without.slice(0, mostNamed).map(({ acronym }) => acronym)
  const more = without.length - named.length
  const names = list(more > 0 ? [...named, `${more} more`] : named, 'and')
  return {
    said: `${counted(without.length, 'entity', 'entities')} cannot be called, because nobody in the directory answers for ${without.length === 1 ? 'it' : 'them'}: ${names}. /directory add person puts somebody in; /newsletter contact then names whom to call first.`,
    button: {
      ...button(`Add for ${first.acronym}`, 'directory add person', { entity: first.acronym }),
      ask: true as const,
    },
  }
}
