import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownEntries } from '../../../db/directory/personalData/entries.ts'
import { forgetPerson } from '../../../db/directory/personalData/forget.ts'
import { ownRecord } from '../../../db/directory/personalData/record.ts'
import { ownRoles } from '../../../db/directory/personalData/roles.ts'
import { ownSettings } from '../../../db/directory/personalData/settings.ts'
import { ownWork } from '../../../db/directory/personalData/work.ts'
import { twinOf } from '../../../db/directory/transfers/merge.ts'
import type { Database } from '../../../db/schema.ts'
import { camelCase } from '../../../db/store/plugins.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

interface Treated {
  /** Whether `/profile export` lists what names the caller there. */
  readonly exported: boolean
  /** Whether `/profile forget` deletes it, or words in it. What stays is said by the command. */
  readonly forgotten: boolean
  /** Whether `/directory merge` moves it from the twin, and its undo back. */
  readonly merged: boolean
  /** For whatever is not done: why not. */
  readonly why: string
  readonly columns: readonly string[]
}

/** Every column that names a person. One that is new belongs into one of these, and into the code that it names. */
const treated: readonly Treated[] = [
  {
    ...{ exported: true, forgotten: false, merged: true },
    why: 'Others rely on it: it stays on record, with the name.',
    columns: [
      ...['action_items.owner_person', 'meetings.organizer_id', 'meeting_notes.written_by'],
      ...['invitations.delegate_id', 'poll_votes.person_id', 'updates.author_id'],
      ...['silence_procedures.opened_by', 'silence_procedures.broken_by'],
      ...['seats.person_id', 'posts.person_id'],
      ...['library_items.added_by', 'work_items.added_by', 'projects.added_by', 'report_years.set_by'],
      ...['recommendations.person_id', 'recommendations.added_by', 'record_changes.changed_by'],
      ...['agenda_items.added_by', 'resolutions.proposed_by', 'objections.person_id', 'speakers.person_id'],
      ...['meeting_series.organizer_id', 'polls.opened_by'],
    ],
  },
  {
    ...{ exported: true, forgotten: true, merged: true },
    why: 'Of roles, invitations and nominations only the words about the person go.',
    columns: [
      ...['person_hours.person_id', 'person_away.person_id', 'reminder_settings.person_id'],
      ...['unsubscribed.person_id', 'snoozes.person_id', 'called_first.person_id'],
      ...['identities.person_id', 'other_addresses.person_id', 'reminders.person_id'],
      ...['roles.person_id', 'invitations.person_id', 'nominations.person_id'],
    ],
  },
  {
    ...{ exported: true, forgotten: true, merged: false },
    why: 'It was said to, or set for, the record that is no more in use; the other has its own.',
    columns: [
      ...['calendar_feeds.person_id', 'notices.person_id', 'busy_addresses.person_id'],
      ...['link_codes.person_id', 'link_requests.person_id', 'disclosures.person_id'],
    ],
  },
  {
    ...{ exported: true, forgotten: false, merged: false },
    why: 'It is history: it stays as it was said, and a merged record is still there under its own number.',
    columns: [
      ...['audit.person_id', 'term_versions.person_id', 'directory_reports.reported_by'],
      ...['handovers.from_person', 'handovers.to_person', 'meeting_changes.person_id'],
      'update_versions.edited_by',
    ],
  },
  {
    ...{ exported: false, forgotten: false, merged: true },
    why: 'The invitation of whoever was stood in for is the exported one.',
    columns: ['invitations.sent_by'],
  },
  {
    ...{ exported: false, forgotten: true, merged: false },
    why: 'It is the way back from the last command, whose act the exported log of commands has.',
    columns: ['last_changes.person_id'],
  },
  {
    ...{ exported: false, forgotten: false, merged: true },
    why: 'It is part of an absence of the one who named them, and passed over once they have left.',
    columns: ['person_away.alternate_id'],
  },
  {
    ...{ exported: false, forgotten: false, merged: false },
    why: 'It follows from the name, or from the merge itself.',
    columns: ['name_words.person_id', 'people.merged_into'],
  },
  {
    ...{ exported: false, forgotten: false, merged: false },
    why: 'It says who decided or arranged what is not theirs; the log of commands, which is exported, has the act.',
    columns: [
      ...['people.confirmed_by', 'roles.created_by', 'seats.recorded_by', 'posts.recorded_by'],
      ...['term_versions.recorded_by', 'term_versions.superseded_by', 'directory_changes.recorded_by'],
      ...['directory_imports.read_by', 'import_headings.said_by', 'directory_reports.settled_by'],
      ...['disclosures.viewer_id', 'nominations.nominated_by', 'nominations.decided_by'],
      ...['handovers.asked_by', 'link_requests.decided_by', 'rooms.bound_by', 'group_mentions.followed_by'],
      ...['group_pauses.decided_by', 'rule_settings.set_by', 'calendar_switches.set_by'],
      ...['action_items.created_by', 'action_items.closed_by', 'resolutions.decided_by'],
      ...['meeting_guests.invited_by', 'updates.accepted_by', 'update_clearances.cleared_by'],
      ...['clearing_entities.set_by', 'clearing_groups.set_by', 'called_first.set_by'],
      ...['newsletters.opened_by', 'newsletter_editions.published_by', 'newsletter_notes.written_by'],
      ...['newsletter_orders.ordered_by', 'newsletter_omissions.omitted_by', 'newsletter_passes.passed_by'],
      ...['newsletter_previews.made_by', 'newsletter_subscribers.added_by', 'newsletter_plan.changed_by'],
      ...['newsletter_calls.changed_by', 'newsletter_uncalled.excluded_by', 'newsletter_nudges.nudged_by'],
    ],
  },
]

const now = new Date('2026-11-23T09:00:00Z')
const from = 2
const to = 3

describe('every column that names a person', () => {
  let database: TestDatabase
  let columns: readonly string[]
  const texts: string[] = []
  let db: Kysely<Database>
  beforeAll(async () => {
    database = await testDatabase()
    const { pool } = database.store
    db = new Kysely<Database>({
      dialect: new PostgresDialect({ pool }),
      plugins: [camelCase],
      log: ({ query }) => void texts.push(query.sql),
    })
    const { rows } = await pool.query<{ name: string }>(
      `select concat(c.relname, '.', a.attname) as name
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.contype = 'f' and k.confrelid = 'people'::regclass and c.relnamespace = 'public'::regnamespace`,
    )
    columns = rows.map(({ name }) => name)
  })
  afterAll(() => database.drop())

  /** The columns by which what is done asks for a person, or changes something of theirs. */
  async function touched(verb: RegExp, act: () => Promise<unknown>): Promise<readonly string[]> {
    texts.length = 0
    await act()
    const queries = texts.filter((query) => verb.test(query))
    return columns.filter((column) => queries.some((query) => asksBy(query, column))).toSorted()
  }

  function those(done: 'exported' | 'forgotten' | 'merged'): readonly string[] {
    return treated.flatMap((one) => (one[done] ? one.columns : [])).toSorted()
  }

  test('is here once, with what becomes of it', () => {
    expect(treated.flatMap((one) => one.columns).toSorted()).toEqual(columns.toSorted())
  })

  test('is asked for by an export where it is said to be exported, and nowhere else', async () => {
    const asked = await touched(/^select/, async () => {
      for (const own of [ownRecord, ownRoles, ownSettings, ownWork, ownEntries]) await own(db, from, now)
    })
    expect(asked).toEqual(those('exported'))
  })

  test('is asked for by a merge where it is said to be moved, and nowhere else', async () => {
    expect(await touched(/^select/, () => twinOf(db, { from, to }, now))).toEqual(those('merged'))
  })

  test('is cleared when a person is forgotten where it is said to be, and nowhere else', async () => {
    const cleared = await touched(/^(delete|update)/, () =>
      db.transaction().execute((trx) => forgetPerson(trx, from, '2026-11-23', { by: from, now })),
    )
    expect(cleared).toEqual(those('forgotten'))
  })
})

/** Whether a query looks a column up by a person that it is given. */
function asksBy(query: string, column: string): boolean {
  const [table, name] = column.split('.')
  const named = new RegExp(`(?:from|join|update) "${table}"(?: as ("\\w+"))?`, 'g')
  return [...query.matchAll(named)].some(([, alias]) =>
    new RegExp(`${alias === undefined ? '(?<!\\.)' : `${alias}\\.`}"${name}" (?:=|in) [($]`).test(query),
  )
}
