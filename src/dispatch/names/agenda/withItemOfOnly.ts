import { agendaOf } from '../../../../db/meetings/record/agenda.ts'
import { meetingsAhead } from '../../../../db/meetings/upcoming.ts'
import type { Db } from '../../../../db/store/db.ts'
import type { Room } from '../../../core/address.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import type { Options } from '../../../core/option.ts'
import { meetingsImplied } from '../../../suggest/meetings.ts'
import { ofRoom } from './ofRoom.ts'

type Fields = Readonly<Record<string, string>>

/**
 * The fields with the bare number in the place of the meeting as the item that is still wanted, where the caller has one
 * meeting under way, or ahead, whose agenda has such an item; undefined for any other line.
 */
export async function withItemOfOnly(
  db: Db,
  options: Options,
  fields: Fields,
  { caller, room, now }: { readonly caller: Caller; readonly room: Room; readonly now: Date },
): Promise<Fields | undefined> {
  const [name] = Object.entries(options).find(([, { kind }]) => kind === 'meeting') ?? []
  const typed = fields[name ?? '']
  const wantsItem = options['item']?.required === true && fields['item'] === undefined
  if (name === undefined || typed === undefined || !wantsItem || !/^\p{Nd}{1,3}$/u.test(typed))
    return undefined
  const open = await ofRoom(db, await meetingsImplied(db, { implied: 'under way' }, caller, now), room)
  const [only, ...others] = open.length > 0 ? open : await meetingsAhead(db, caller.personId, now, 2)
  if (!only || others.length > 0) return undefined
  const items = await agendaOf(db, only.id)
  return Number(typed) >= 1 && Number(typed) <= items.length
    ? { ...fields, [name]: `M${only.id}`, item: typed }
    : undefined
}
