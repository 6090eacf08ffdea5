import { findEntities } from '../../../db/directory/find/entity.ts'
import { expectedAt } from '../../../db/meetings/invited/expected.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Caller } from '../../core/feature/caller.ts'
import type { Options } from '../../core/option.ts'
import { meetingMeant } from './meetingMeant.ts'

type Fields = Readonly<Record<string, string>>

const everyone =
  /^(?:all|everyone|everybody|all (?:of them|invited|members|entities))(?:,? (?:but|except(?: for)?|apart from|other than|without|minus) (\S.{0,300}))?$/i

/** The fields with `all` replaced by the options that it stands for, if its option names some. */
export function withAll(options: Options, fields: Fields): Fields {
  const found = Object.entries(fields).find(
    ([name, typed]) =>
      options[name]?.all !== undefined && everyone.exec(typed)?.[1] === undefined && everyone.test(typed),
  )
  if (!found) return fields
  const [name] = found
  const others = Object.entries(fields).filter(([key]) => key !== name)
  return { ...Object.fromEntries(others), ...options[name]?.all }
}

/**
 * The fields with `all`, `everyone` or `all but WHO` as the acronyms of those who were invited to the meeting; unchanged
 * for anything else, and where the meeting or one who is left out is not known.
 */
export async function withEveryone(
  db: Db,
  options: Options,
  fields: Fields,
  { caller, now }: { readonly caller: Caller | null; readonly now: Date },
): Promise<Fields> {
  const [name] = Object.entries(options).find(([, { ofMeeting }]) => ofMeeting) ?? []
  const [which] = Object.entries(options).find(([, { kind }]) => kind === 'meeting') ?? []
  const [typed, meeting] = [fields[name ?? ''], fields[which ?? '']]
  const said = everyone.exec(typed ?? '')
  if (name === undefined || meeting === undefined || !said || !caller) return fields
  const asking = { now, zone: caller.zone, personId: caller.personId }
  const found = await meetingMeant(db, meeting, asking)
  if (found.kind !== 'one') return fields
  const named = (said[1] ?? '').split(/[,;&+]|\band\b/i).map((one) => one.trim())
  const out = await findEntities(
    db,
    named.filter((one) => one !== ''),
    now,
  )
  const left = new Set(out.map((one) => (one.kind === 'one' ? one.value.acronym : undefined)))
  const invited = (await expectedAt(db, found.value)).map(({ entity }) => entity)
  const came = [...new Set(invited)].filter((one) => one !== null && !left.has(one))
  return left.has(undefined) || came.length === 0 ? fields : { ...fields, [name]: came.join(', ') }
}
