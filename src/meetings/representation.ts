/** Somebody invited, as far as their entity's representation goes. */
export interface InvitedPerson {
  /** Acronym of the entity; null for one who stands for themselves. */
  readonly entity: string | null
  readonly name: string
  readonly as: 'chair' | 'member' | 'observer'
  readonly response: 'yes' | 'maybe' | 'no' | null
  /** Whose place they take; null for nobody's. */
  readonly sentBy: number | null
  readonly presentAt: Date | null
}

/** What an entity says to a meeting: the best answer of its people. */
export interface RepresentedEntity {
  /** The entity's acronym, or the name of one who stands for themselves. */
  readonly name: string
  readonly observer: boolean
  readonly answer: 'yes' | 'maybe' | 'no' | 'none'
  /** Only somebody who takes a colleague's place comes. */
  readonly alternate: boolean
  readonly present: boolean
}

/** Entities rather than heads, members before observers, each by name. An entity declines once nobody else may come. */
export function represented(guests: readonly InvitedPerson[]): readonly RepresentedEntity[] {
  const groups = Map.groupBy(guests, ({ entity, name }) => entity ?? name)
  return [...groups]
    .map(([name, people]) => {
      const coming = people.filter(({ response }) => response === 'yes')
      return {
        name,
        observer: people.every(({ as }) => as === 'observer'),
        answer: answerOf(people),
        alternate: coming.length > 0 && coming.every(({ sentBy }) => sentBy !== null),
        present: people.some(({ presentAt }) => presentAt !== null),
      }
    })
    .sort((a, b) => Number(a.observer) - Number(b.observer) || a.name.localeCompare(b.name, 'en'))
}

function answerOf(people: readonly InvitedPerson[]): RepresentedEntity['answer'] {
  for (const answer of ['yes', 'maybe'] as const) {
    if (people.some(({ response }) => response === answer)) return answer
  }
  return people.some(({ response }) => response === null) ? 'none' : 'no'
}

/** Those with an answer, members or observers; who is there without having answered is not said to owe one. */
export function answering(
  entities: readonly RepresentedEntity[],
  answer: RepresentedEntity['answer'],
  observer: boolean,
): readonly RepresentedEntity[] {
  return entities.filter(
    (one) => one.answer === answer && one.observer === observer && !(answer === 'none' && one.present),
  )
}

/** `UNESCO (by an alternate)`. */
export function representedName({ name, alternate }: RepresentedEntity): string {
  return alternate ? `${name} (by an alternate)` : name
}
