import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../commands/index.ts'
import { commandWords } from '../../src/core/catalog.ts'
import { readLine } from '../../src/core/language/read.ts'
import { notTakenBack } from '../support/said/notTakenBack.ts'
import { buttonLike, press } from '../support/said/pressed.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

const interpol = focal('interpol')
const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of [
    [secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08'],
    [unodc, '/update post "UNODC trained 25 officers in Vienna (18 Nov)"'],
    [unodc, '/update post "UNODC opened a laboratory in Lima, Peru (20 Nov)" section:what-is-new'],
    [secretariat, '/update accept U2'],
    [interpol, '/meeting schedule "Quarterly" wg:ETCIP start:"10 Dec 14:30"'],
    [interpol, '/meeting schedule "Briefing" wg:ETCIP start:"11 Dec 14:30"'],
    [interpol, '/meeting cancel M2 reason:"no quorum" confirm:yes'],
    [interpol, '/meeting agenda add M1 item:"Drones"'],
    [interpol, '/meeting agenda add M1 item:"Ships"'],
    [interpol, '/meeting action add M1 what:"Draft the paper" owner:UNODC due:"12 Dec"'],
    [unodc, '/library add "Manual on evidence" link:https://un.example/manual date:"March 2026"'],
    [secretariat, '/recommendation add "Train guards" country:Jordan'],
    [unodc, '/project add "Courts" lead:UNODC budget:"USD 5m"'],
    [interpol, '/report plan ETCIP add:"A paper on drones" who:UNODC due:"30 Jun 2027"'],
    [interpol, '/report submit ETCIP year:2026 heading:challenges text:"Travel was hard."'],
    [unodc, '/reminder add "Call Vienna" at:"3 Dec 10:00"'],
    [secretariat, '/newsletter plan add-part "From abroad"'],
    [secretariat, '/newsletter plan remove civil-society'],
    [secretariat, '/newsletter subscribers add "Press Office <press@un.example>"'],
  ] as const)
    expect((await here.say(who, line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

/** What is only written down: the ledger, the history and what the process keeps for itself. */
const journals =
  /audit|receipts|rechecks|words|notices|^waiting$|^sent$|kept|versions|changes|history|events|jobs|sessions|attempts|migrations|notes|settings_log|disclosures|lookups|deliveries|ground|work_calendars/
/** What says when or how often something was changed. */
const volatile =
  /^(?:(?:created|recorded|changed|updated|set|said|decided|edited|responded|held|done|refreshed|checked)_at|(?:set|said|editor|changed|created|recorded)_by|sequence|version|former.*|decisions|turns|search)$/

/** Whose numbers are shown to nobody, so that a record put back may have another. */
const numberless: ReadonlySet<string> = new Set(['newsletter_subscribers'])

/** What the records come to, where a table keeps every version. */
const looks = ['/update show U1', '/update show U2', '/newsletter draft', '/meeting agenda show M1']

/** Every record of the store, as anybody may see it, table by table. */
async function record(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { pool } = here.database.store
  const named = "select tablename as name from pg_tables where schemaname = 'public' order by 1"
  const { rows } = await pool.query<{ name: string }>(named)
  const tables = rows.filter(({ name }) => !journals.test(name))
  const each = tables.map(({ name }) => `select '${name}' as name, to_jsonb(t) as row from "${name}" t`)
  const all = { name: 'every-record', text: each.join(' union all ') }
  const found = await pool.query<{ name: string; row: Record<string, unknown> }>(all)
  const byTable = Map.groupBy(found.rows, ({ name }) => name)
  const entries = tables.map(({ name }): readonly [string, readonly string[]] => {
    // What a later change says was never so is history.
    const standing = (byTable.get(name) ?? []).filter(({ row }) => (row['superseded_by'] ?? null) === null)
    const shown = standing.map(({ row }) =>
      Object.entries(row).filter((entry) => says(...entry) && !(entry[0] === 'id' && numberless.has(name))),
    )
    // A row of nothing but whose it is says as much as none.
    const kept = shown.filter((columns) => columns.some(([column]) => !/^(?:id|person_id)$/.test(column)))
    return [name, kept.map((columns) => JSON.stringify(columns)).toSorted()]
  })
  for (const line of looks) {
    const { text } = await here.say(secretariat, line)
    entries.push([line, [text.split(/\n(?:Versions|Change it|\[)/)[0] ?? '']])
  }
  return Object.fromEntries(entries)
}

function says(column: string, value: unknown): boolean {
  const empty =
    value === null || value === 0 || /^(?:\{\}|\[\]|\{"titles":\{\}\})$/.test(JSON.stringify(value))
  return !volatile.test(column) && !empty
}

const walked: readonly (readonly [who: string, line: string])[] = [
  [unodc, '/update edit U1 text:"UNODC trained 30 officers in Graz (19 Nov)"'],
  [unodc, '/update edit U1 date:"17 Nov" place:Linz entities:"UNODC, WHO"'],
  [unodc, '/update edit U1 section:publications'],
  [unodc, '/update edit U2 text:"UNODC opened two laboratories in Lima, Peru (20 Nov)"'],
  [unodc, '/update withdraw U1'],
  [unodc, '/update withdraw U2'],
  [secretariat, '/update accept U1'],
  [secretariat, '/update return U1 comment:"shorter, please"'],
  [secretariat, '/update move U1 section:publications'],
  [secretariat, '/update hold-over U1'],
  [secretariat, '/update merge U1 into:U2'],
  [secretariat, '/newsletter close'],
  [secretariat, '/newsletter extend "15 Jan 2027"'],
  [secretariat, '/newsletter order regional items:U1'],
  [secretariat, '/newsletter note "With thanks to all" section:regional'],
  [focal('who'), '/newsletter pass'],
  [secretariat, '/newsletter call state:off'],
  [secretariat, '/newsletter plan name "The letter"'],
  [secretariat, '/newsletter plan title regional title:"In the regions"'],
  [interpol, '/meeting move M1 start:"17 Dec 9:00"'],
  [interpol, '/meeting edit M1 place:"Room 5" title:"Fourth quarterly"'],
  [interpol, '/meeting cancel M1 reason:"too few"'],
  [interpol, '/meeting restore M2'],
  [interpol, '/meeting agenda remove M1 item:1'],
  [interpol, '/meeting agenda order M1 items:"2, 1"'],
  [unodc, '/meeting action done A1'],
  [unodc, '/library edit LIB1 title:"Manual on digital evidence" topics:"evidence, online" date:2025'],
  [unodc, '/library retire LIB1'],
  [secretariat, '/library edit LIB1 newsletter:yes'],
  [secretariat, '/recommendation assign REC1 owner:UNODC due:"1 Mar 2027"'],
  [secretariat, '/recommendation edit REC1 theme:borders country:Iraq'],
  [secretariat, '/recommendation status REC1 implemented'],
  [unodc, '/project edit PRJ1 funded:"USD 1m" donors:"One, Two" status:ongoing'],
  [interpol, '/report plan ETCIP item:WP1 status:done due:"1 Jul 2027"'],
  [interpol, '/report submit ETCIP year:2026 heading:challenges text:"It was easier." how:replace'],
  [secretariat, '/report status 2026 due:"31 Jan 2027"'],
  [unodc, '/reminder edit R1 text:"Call Geneva" at:"4 Dec 11:00"'],
  [unodc, '/reminder cancel R1'],
  [unodc, '/reminder settings 1d,1h quiet:20:00-07:00'],
  [unodc, '/reminder stop meeting'],
  [unodc, '/profile timezone Nairobi'],
  [unodc, '/profile hours 8-16 Mon-Fri'],
  [unodc, '/profile language French and Arabic'],
  [unodc, '/profile away "7 Dec..9 Dec"'],
  [unodc, '/profile busy https://calendar.example.org/busy.ics'],
  [secretariat, '/wg appoint ETCIP role:chair entity:CTED from:2027-01-01'],
  [secretariat, '/wg release ETCIP role:chair entity:INTERPOL'],
  [interpol, '/wg join ETCIP entity:IOM'],
  [interpol, '/wg leave ETCIP entity:IPU as:observer'],
  [secretariat, '/wg edit ETCIP name:"Working Group on Threats" number:3'],
  [secretariat, '/wg retire NARS'],
  [secretariat, '/wg edit ETCIP acronym:TCI'],
  [secretariat, '/directory edit entity WHO name:"World Health"'],
  [secretariat, '/directory retire entity WHO'],
  [secretariat, '/directory edit person focal.who@compact.example title:"Desk officer"'],
  [secretariat, '/directory retire person focal.who@compact.example'],
  [secretariat, '/report record documents value:4000'],
  [secretariat, '/newsletter plan label documents label:"Papers"'],
  [secretariat, '/newsletter plan figures documents'],
  [secretariat, '/newsletter plan figure documents value:4100 label:"Papers shared"'],
  [secretariat, '/newsletter plan figure documents value:3300 label:"Papers shared" on:2022-10-31'],
  [secretariat, '/report remove documents on:2022-10-31'],
  [secretariat, '/newsletter plan remove publications'],
  [secretariat, '/newsletter plan head leadership title:"Who leads"'],
  [secretariat, '/newsletter plan place regional part:from-abroad'],
  [secretariat, '/newsletter plan remove-part from-abroad'],
  [secretariat, '/newsletter plan restore civil-society'],
  [secretariat, '/newsletter plan closing "Please write to the secretariat"'],
  [secretariat, '/newsletter plan needs regional link:yes'],
  [secretariat, '/newsletter plan add-part "From the field"'],
  [secretariat, '/newsletter approve'],
  [interpol, '/meeting action hand-over A1 owner:OPCW'],
  [unodc, '/profile edit title:"Head of office"'],
  [interpol, '/meeting action add M1 what:"Circulate the draft" owner:OPCW'],
  [secretariat, '/newsletter subscribers remove press@un.example'],
  [secretariat, '/newsletter subscribers add desk@un.example'],
  [secretariat, '/update clearance yes entity:WHO'],
  [interpol, '/update clearance yes wg:ETCIP'],
]

describe('the button that takes a change back restores the record to the letter', () => {
  test.each(walked)('of %s: %s', async (who, line) => {
    const before = await record()
    let done = await here.say(who, line)
    const asks = buttonLike(done, /^(?:Yes, go ahead|Do it|Send)/)
    if (done.outcome === 'asked' && asks) done = await press(here, who, asks)
    expect(done.outcome, done.text).toBe('done')
    expect(await record()).not.toEqual(before)
    const undo = buttonLike(done, /^Undo/)
    expect(undo, done.text).toBeDefined()
    if (!undo) return
    let undone = await press(here, who, undo)
    const sure = buttonLike(undone, /^(?:Yes, go ahead|Do it)/)
    if (undone.outcome === 'asked' && sure) undone = await press(here, who, sure)
    expect(undone.outcome, undone.text).toBe('done')
    expect(await record()).toEqual(before)
  })
})

test('every command that changes something is walked here, or its reason is written down', () => {
  const lines = walked.map(([, line]) => readLine(features, line))
  const words = lines.map((typed) =>
    typed.kind === 'command' ? commandWords(typed.feature, typed.command) : '',
  )
  const changing = features.flatMap((one) =>
    one.commands.filter(({ changes }) => changes).map((command) => commandWords(one, command)),
  )
  const known = new Set([...words, ...Object.keys(notTakenBack)])
  expect(changing.filter((command) => !known.has(command))).toEqual([])
  // A reason for what is walked, or for a command that is gone, is itself out of date.
  const stale = Object.keys(notTakenBack).filter((one) => words.includes(one) || !changing.includes(one))
  expect(stale).toEqual([])
})
