import { secretariat, type World } from '../world.ts'

/** What is only written down: the ledger, the history and what the process keeps for itself. */
const journals =
  /audit|receipts|rechecks|words|notices|^waiting$|^sent$|kept|versions|changes|history|events|jobs|sessions|attempts|migrations|notes|settings_log|disclosures|lookups|deliveries|ground|work_calendars/
/** What says when or how often something was changed. */
const volatile =
  /^(?:(?:created|ordered|recorded|changed|updated|set|said|decided|edited|responded|held|done|refreshed|checked)_at|(?:set|said|ordered|editor|changed|created|recorded)_by|sequence|version|former.*|decisions|turns|search)$/

/** Whose numbers are shown to nobody, so that a record put back may have another. */
const numberless: ReadonlySet<string> = new Set(['newsletter_subscribers', 'roles'])

/** What the records come to, where a table keeps every version. */
const looks = ['/update show U1', '/update show U2', '/newsletter draft', '/meeting agenda show M1']

/** Every record of the store, as anybody may see it, table by table. */
export async function recordOf(here: World): Promise<Readonly<Record<string, readonly string[]>>> {
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
