import { statementsDuring } from '../clones/everyStatement.ts'
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

/** What every answer writes, and none shows. */
const unseen = /^(?:audit|kept|last_changes|notices|receipts|sent|words)$/

type Shown = readonly string[]

interface Known {
  /** Of each table, as it stood when it was last read. */
  readonly digests: ReadonlyMap<string, string>
  readonly shown: ReadonlyMap<string, Shown>
  /** By look, the tables that were asked for it at any time: while none of them changes, it shows the same. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>
}

/** What was read before, so that only what has changed since is read again: most changes touch three tables of ninety. */
const lastRead = new WeakMap<World, Known>()

/** Every record of the store, as anybody may see it, table by table. */
export async function recordOf(here: World): Promise<Readonly<Record<string, Shown>>> {
  const digests = await digestsOf(here)
  const known = lastRead.get(here)
  const changed = [...digests.keys()].filter((name) => digests.get(name) !== known?.digests.get(name))
  const shown = new Map(known?.shown)
  const tables = changed.filter((name) => !journals.test(name))
  for (const [name, rows] of await rowsOf(here, tables)) shown.set(name, rows)
  const asked = new Map(known?.asked)
  for (const line of looks) {
    const before = asked.get(line)
    if (before && !changed.some((name) => before.has(name) && !unseen.test(name))) continue
    const statements = await statementsDuring(async () => {
      const { text } = await here.say(secretariat, line)
      shown.set(line, [text.split(/\n(?:Versions|Change it|\[)/)[0] ?? ''])
    })
    const tables = [...digests.keys()].filter((name) => namesTable(statements, name))
    asked.set(line, new Set([...(before ?? []), ...tables]))
  }
  lastRead.set(here, { digests, shown, asked })
  return Object.fromEntries(shown)
}

function namesTable(statements: ReadonlySet<string>, table: string): boolean {
  const named = new RegExp(`\\b${table}\\b`)
  return [...statements].some((text) => named.test(text))
}

async function digestsOf({ database: { store } }: World): Promise<ReadonlyMap<string, string>> {
  const named = "select tablename as name from pg_tables where schemaname = 'public' order by 1"
  const { rows } = await store.pool.query<{ name: string }>(named)
  const each = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || sum(hashtextextended(t::text, 0)) as digest from "${name}" t`,
  )
  const all = { name: 'every-digest', text: each.join(' union all ') }
  const found = await store.pool.query<{ name: string; digest: string }>(all)
  return new Map(found.rows.map(({ name, digest }) => [name, digest]))
}

async function rowsOf(
  { database: { store } }: World,
  tables: readonly string[],
): Promise<Map<string, Shown>> {
  if (tables.length === 0) return new Map()
  const each = tables.map((name) => `select '${name}' as name, to_jsonb(t) as row from "${name}" t`)
  const found = await store.pool.query<{ name: string; row: Record<string, unknown> }>(
    each.join(' union all '),
  )
  const byTable = Map.groupBy(found.rows, ({ name }) => name)
  return new Map(
    tables.map((name) => {
      // What a later change says was never so is history, and so is what was removed.
      const standing = (byTable.get(name) ?? []).filter(
        ({ row }) => (row['superseded_by'] ?? null) === null && row['status'] !== 'removed',
      )
      const columns = standing.map(({ row }) =>
        Object.entries(row).filter((entry) => says(...entry) && !(entry[0] === 'id' && numberless.has(name))),
      )
      // A row of nothing but whose it is says as much as none.
      const kept = columns.filter((row) => row.some(([column]) => !/^(?:id|person_id)$/.test(column)))
      return [name, kept.map((row) => JSON.stringify(row)).toSorted()]
    }),
  )
}

function says(column: string, value: unknown): boolean {
  const empty =
    value === null || value === 0 || /^(?:\{\}|\[\]|\{"titles":\{\}\})$/.test(JSON.stringify(value))
  return !volatile.test(column) && !empty
}
