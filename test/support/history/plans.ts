import { openDatabase } from '../../../db/store/connect.ts'
import { array, type Json, object } from '../../../src/core/json.ts'
import type { TestDatabase } from '../database.ts'

/** A database whose statements tell by which plan they ran, and what each step of it read. */
export interface WatchedPlans {
  readonly database: TestDatabase
  /** From now on. */
  watch(): void
  /** How many statements ran, and those of which one step read more rows at once than so many. */
  seen(mostRows: number): { readonly statements: number; readonly heavy: readonly string[] }
}

const settings = [
  `session_preload_libraries = 'auto_explain'`,
  'auto_explain.log_min_duration = 0',
  'auto_explain.log_analyze = on',
  'auto_explain.log_timing = off',
  'auto_explain.log_format = json',
  'auto_explain.log_nested_statements = on',
  'auto_explain.log_level = notice',
  // As a server plans by itself.
  'plan_cache_mode = auto',
]

/** Watches what runs on connections that are opened from now on. */
export async function watchPlans(watched: TestDatabase): Promise<WatchedPlans> {
  const { pool } = watched.store
  const name = (await pool.query<{ name: string }>('select current_database() as name')).rows[0]?.name
  for (const setting of settings) await pool.query(`alter database ${name} set ${setting}`)
  const store = await openDatabase({ url: watched.url })
  const plans: { readonly text: string; readonly plan: Json }[] = []
  let watching = false
  store.pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      const from = message.indexOf('{')
      if (!watching || !message.startsWith('duration') || from < 0) return
      const told = object(JSON.parse(message.slice(from)))
      const text = String(told['Query Text'])
      // The queue looks after its own tables, which nobody vacuums here.
      if (!text.includes('pgboss.')) plans.push({ text, plan: object(told['Plan']) })
    })
  })
  return {
    database: {
      ...{ store, url: watched.url },
      async drop() {
        await store.close()
        await watched.drop()
      },
    },
    watch() {
      watching = true
    },
    seen(mostRows) {
      const heavy = plans.flatMap(({ text, plan }) => {
        const steps = heavySteps(plan, mostRows)
        return steps.length > 0 ? [`${steps.join(', ')}: ${text}`] : []
      })
      return { statements: plans.length, heavy: [...new Set(heavy)] }
    },
  }
}

/** Steps that read more rows than so many at once, however often they are taken. */
function heavySteps(plan: Json, mostRows: number): readonly string[] {
  const rows = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Index Recheck']
    .map((name) => countOf(plan[name]))
    .reduce((sum, one) => sum + one, 0)
  const where = plan['Relation Name'] ?? plan['Index Name']
  const own = where !== undefined && rows > mostRows ? [`${plan['Node Type']} on ${where} reads ${rows}`] : []
  return [...own, ...array(plan['Plans']).flatMap((step) => heavySteps(object(step), mostRows))]
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
