import { type Block, block } from '../message.ts'

/** Somebody who is written to. */
export interface Reader {
  readonly personId: number
  readonly name: string
  /** The acronym of their entity. */
  readonly entity: string | null
  /** IANA zone. */
  readonly zone: string
}

/** As what somebody is written to, where that is known. */
export interface Seated {
  readonly as?: 'chair' | 'member' | 'observer'
}

/** More would fill a screen. */
const mostListed = 60

/** Whom something goes to, by their entities: members and observers apart, where they are written to as such. */
export function whom(people: readonly (Pick<Reader, 'name' | 'entity'> & Seated)[]): Block {
  if (people.every(({ as }) => as === undefined)) return block.fields([['To', upTo(mostListed, people)]])
  const of = (observers: boolean) =>
    upTo(
      mostListed,
      people.filter(({ as }) => (as === 'observer') === observers),
    )
  const observers = of(true)
  return block.fields([
    ['Members', of(false) || 'none'],
    ...(observers === '' ? [] : [['Observers', observers] as const]),
  ])
}

const mostNames = 12

/** The entities of people, or their own names, as far as these are few. */
export function namesOf(people: readonly Pick<Reader, 'name' | 'entity'>[]): string {
  return upTo(mostNames, people)
}

function upTo(most: number, people: readonly Pick<Reader, 'name' | 'entity'>[]): string {
  const names = [...new Set(people.map(({ entity, name }) => entity ?? name))]
  return names.length > most + 1
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ')
}
