import type { Trx } from '../../store/db.ts'
import type { RecordKind } from './changes.ts'
import { inForce } from './inForce.ts'

/** A record whose addition was taken back, with the change that did so. */
export interface UndoneAddition {
  readonly id: number
  readonly change: number
}

/** Of a record, whether the last that was done was to take its addition back, so that it may be added anew. */
export async function undoneAddition(
  trx: Trx,
  kind: RecordKind,
  record: { readonly id: number } | undefined,
): Promise<UndoneAddition | undefined> {
  if (!record) return undefined
  const changes = await trx
    .selectFrom('directoryChanges')
    .select(['id', 'reverts', 'after'])
    .select((eb) => eb('before', 'is', null).as('adds'))
    .where('kind', '=', kind)
    .where('recordId', '=', record.id)
    .orderBy('id')
    .execute()
  const last = changes.at(-1)
  const stands = inForce(changes).some(({ adds }) => adds)
  const wasAdded = changes.some(({ adds }) => adds)
  if (!last || stands || !wasAdded || last.reverts === null) return undefined
  return 'retired' in Object(last.after) || 'retiredOn' in Object(last.after)
    ? { id: record.id, change: last.id }
    : undefined
}
