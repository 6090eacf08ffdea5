import type { Day } from '../../../../src/core/time/day.ts'
import { columnOf, type Problem } from '../../../../src/directory/import/records.ts'
import type { Planned } from './plan.ts'
import type { NamesKnown } from './roleFields.ts'

/** What to mind about new roles of people whom the directory has with another entity than the list. */
export function standForOthers(
  added: readonly Planned[],
  { mapping, people, entities }: NamesKnown,
  today: Day,
): readonly Problem[] {
  const byId = new Map([...people.values()].map((one) => [one.id, one]))
  const acronyms = new Map(entities.map(({ id, acronym }) => [id, acronym]))
  return added.flatMap(({ row, patch: { personId, entityId, until } }): readonly Problem[] => {
    const person = personId == null ? undefined : byId.get(personId)
    const own = acronyms.get(person?.entityId ?? 0)
    const isOver = until != null && until <= today
    if (!person || own === undefined || person.entityId === entityId || isOver) return []
    const listed = acronyms.get(entityId ?? 0) ?? 'another entity'
    const text = `${person.name} stands for ${own} in the directory, and for ${listed} here.`
    return [{ row, column: columnOf(mapping, 'entity'), text }]
  })
}
