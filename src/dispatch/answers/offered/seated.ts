import { groupCard } from '../../../../db/directory/groups.ts'
import type { Choice } from '../../../core/errors.ts'
import type { Options } from '../../../core/option.ts'
import type { Trial } from './unrefused.ts'

/** The entities that hold a role today in the group that another option names; none where it was not given. */
export async function seatedEntities(
  options: Options,
  seatIn: string,
  kept: Readonly<Record<string, string>>,
  { readers, context: { db, today } }: Pick<Trial, 'readers' | 'context'>,
): Promise<readonly Choice[]> {
  const typed = kept[seatIn]
  if (options[seatIn]?.kind !== 'group' || typed === undefined) return []
  const [found] = await readers.groups([typed])
  const roles = found ? ((await groupCard(db, found().id, today))?.roles ?? []) : []
  return [...new Set(roles.map(({ entity }) => entity))].map((entity) => ({ label: entity, value: entity }))
}
