import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'

import type { Database } from '../schema.ts'
import type { Db } from './db.ts'
import { camelCase } from './plugins.ts'

/** The values that a statement gets when it runs, each as an expression that stands for it. */
export type Params<V extends object> = { readonly [K in keyof V]-?: RawBuilder<V[K]> }

/** Only composes; it has no connection. */
export type QueryBuilder = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with'
>

/**
 * A statement that is composed and compiled once, on its first use, and from then on only gets its values: its
 * text never changes, so the connection keeps it prepared. Returns a function that runs it and gives the rows.
 * Composing a large query takes longer than Postgres takes to answer it.
 */
export function statement<V extends object, R>(
  compose: (db: QueryBuilder, given: Params<V>) => Compilable<R>,
): (db: Db, values: V) => Promise<R[]> {
  let compiled: CompiledQuery<R> | undefined
  return async (db, values) => {
    compiled ??= compose(composer, givenFor<V>()).compile()
    const parameters = compiled.parameters.map((value) => (value instanceof Slot ? value.of(values) : value))
    const { query, queryId, sql } = compiled
    const result = await db.executeQuery<R>({ query, queryId, sql, parameters })
    return result.rows
  }
}

/** Statements that differ by a shape, such as a number of words. Each is composed once, so shapes must be few. */
export function variants<K extends object | number, S>(make: (shape: K) => S): (shape: K) => S {
  const made = new Map<string, S>()
  return (shape) => {
    const key = JSON.stringify(shape)
    const variant = made.get(key) ?? make(shape)
    made.set(key, variant)
    return variant
  }
}

/**
 * Writes constants out instead of passing them as parameters: the planner then sees that a partial index fits, and
 * their types are what they look like. They come from our own code; only slots are filled from outside.
 */
class StatementCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Slot) super.appendValue(value)
    else this.appendImmediateValue(value)
  }
}

const composer = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new StatementCompiler(),
  },
  plugins: [camelCase],
})

/** The place of a value that is not known yet. */
class Slot {
  readonly name: PropertyKey

  constructor(name: PropertyKey) {
    this.name = name
  }

  /** Missing values are null, as an insert that leaves a column out writes it. */
  of(values: object): unknown {
    return Reflect.get(values, this.name) ?? null
  }
}

function givenFor<V extends object>(): Params<V> {
  const slots = new Proxy({}, { get: (_, name) => sql`${new Slot(name)}` })
  return slots as Params<V>
}
