import { type Expression, sql } from 'kysely'

import { plainDigits } from '../../../src/core/time/reading/token.ts'
import type { Db } from '../../store/db.ts'
import { fold, holdsWords } from '../../store/expressions.ts'
import type { Lookup } from '../../store/lookup.ts'
import { type Params, statement } from '../../store/statement.ts'
import { overlaps } from '../joint/groups.ts'
import { meetingById } from '../meetings.ts'
import { type Meeting, meetingRows } from '../rows.ts'

/**
 * Finds the meeting that `M12`, a group's acronym (its next meeting) or words of a title mean; a cancelled one where
 * nothing else is called that.
 */
export async function findMeeting(db: Db, text: string, now: Date): Promise<Lookup<Meeting>> {
  const id = meetingNumber(text)
  if (id !== null) {
    const value = await meetingById(db, id)
    return value ? { kind: 'one', value } : { kind: 'none', nearest: null }
  }
  const all = await named(db, { text, now })
  const rows = nearestOf(all)
  const [first] = rows
  if (!first) return { kind: 'none', nearest: null }
  const value = theOneMeant(rows) ?? (rows.length === 1 ? first : undefined)
  return value ? { kind: 'one', value } : { kind: 'several', candidates: rows }
}

/** The number of a typed `M12`, `#12` or `12`, in the digits of any script; null for anything else. */
export function meetingNumber(typed: string): number | null {
  const digits = /^#?m?\s*#?(\d{1,9})$/i.exec(plainDigits(typed).trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Those of just that title before those that have the words in it, and of either those that stand before cancelled ones. */
function nearestOf(all: readonly Named[]): readonly Named[] {
  const standing = all.filter(({ status }) => status !== 'cancelled')
  const exact = all.filter((row) => row.exact)
  if (exact.length === 0 || exact.some(({ status }) => status !== 'cancelled'))
    return standing.length > 0 ? standing : all
  return standing.some(({ ofGroup }) => ofGroup) ? standing : exact
}

interface Named extends Meeting {
  /** Whether the title is just what was typed. */
  readonly exact: boolean
  readonly ofGroup: boolean
}

/** The only meeting with just that title, or the next one where a group was named and nothing else fits. */
function theOneMeant(rows: readonly Named[]): Named | undefined {
  const exact = rows.filter((row) => row.exact)
  if (exact.length === 1) return exact[0]
  return rows.every((row) => row.ofGroup) ? rows[0] : undefined
}

const named = statement((db, given: Params<{ text: string; now: Date }>) => {
  const word = sql<string>`(select ${fold(given.text)})`
  const group = db
    .selectFrom('workingGroups as w')
    .where(({ ref }) => sql<boolean>`${fold(ref('w.acronym'))} = ${word}`)
    .select('w.id')
  const ofNamed = (groups: Expression<number[]>) => overlaps(groups, sql`array(${group})`)
  return meetingRows(db)
    .select(({ ref }) => [
      sql<boolean>`${fold(ref('m.title'))} = ${word}`.as('exact'),
      ofNamed(ref('m.groups')).as('ofGroup'),
    ])
    .where(({ and, eb, or, ref }) =>
      or([
        holdsWords(ref('m.title'), given.text),
        and([ofNamed(ref('m.groups')), eb('m.startsAt', '>', given.now), eb('m.status', '<>', 'cancelled')]),
      ]),
    )
    .orderBy(({ ref }) => sql`${fold(ref('m.title'))} = ${word}`, 'desc')
    .orderBy((eb) => eb('m.status', '=', 'cancelled'))
    .orderBy((eb) => eb('m.startsAt', '<', given.now))
    .orderBy(({ ref }) => sql`abs(extract(epoch from ${ref('m.startsAt')} - ${given.now}::timestamptz))`)
    .limit(11)
})
