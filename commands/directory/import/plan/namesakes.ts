import { addressesByName } from '../../../../db/directory/import/current.ts'
import type { Db } from '../../../../db/store/db.ts'
import { fold } from '../../../../src/core/text/nearest.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type Problem } from '../../../../src/directory/import/records.ts'
import type { Planned } from './plan.ts'

/** Somebody new who bears the name of somebody with another address, in the directory or in the file itself. */
export async function namesakesOf(
  db: Db,
  mapping: Mapping,
  added: readonly Planned[],
): Promise<readonly Problem[]> {
  const names = added.map(({ patch }) => patch.name ?? '')
  const known = Map.groupBy(await addressesByName(db, names), ({ name }) => fold(name))
  const column = columnOf(mapping, 'name')
  const seen = new Map<string, number>()
  return added.flatMap(({ row, patch: { name = '' } }): readonly Problem[] => {
    const key = fold(name)
    const others = known.get(key)?.map(({ email }) => email) ?? []
    const before = seen.get(key)
    seen.set(key, before ?? row)
    if (others.length > 0) {
      return [{ row, column, text: `${name} is in the directory already, as ${others.join(', ')}.` }]
    }
    return before === undefined
      ? []
      : [{ row, column, text: `${name} stands in row ${before} too, with another address.` }]
  })
}
