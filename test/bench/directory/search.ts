import { sql } from 'kysely'
import pg from 'pg'
import { searchDirectory } from '../../../db/directory/find/search.ts'
import type { Store } from '../../../db/store/connect.ts'
import { copiedSample } from '../copied.ts'
import { percentile, timed } from '../figures.ts'
import { insertPeople, madeUpPeople, misspell } from '../people.ts'
import { createRandom } from '../random.ts'
import { type Line, line } from '../table.ts'

const sizes = [1_000, 100_000]
const queries = 600
const warmUp = 2_000

interface Query {
  readonly text: string
  readonly wanted: string
}

/** The directory's search against the bare indexed query, over few people and over many, in turns. */
export async function benchSearch(server: string): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const size of sizes) lines.push(...(await searchAmong(server, size)))
  return lines
}

/** The same over a million, which takes a while to enter. */
export function benchLargeSearch(server: string): Promise<readonly Line[]> {
  return searchAmong(server, 1_000_000)
}

async function searchAmong(server: string, size: number): Promise<readonly Line[]> {
  const { url, store } = await copiedSample(server, `people${size}`)
  const bare = new pg.Client({ connectionString: url })
  await bare.connect()
  await sameSimilarity(store, bare)
  try {
    const people = madeUpPeople(size)
    await insertPeople(store.pool, people)
    await sql`vacuum analyze`.execute(store.kysely)
    const random = createRandom(size)
    const wanted = Array.from({ length: queries }, () => random.pick(people).name)
    const misspelt = wanted.map((name) => ({ text: misspell(random, name), wanted: name }))
    const right = wanted.map((name) => ({ text: name, wanted: name }))
    const group = `${size.toLocaleString('en')} people`
    return [
      ...(await compare(store, bare, right, `search, ${group}, spelt right`, false)),
      ...(await compare(store, bare, misspelt, `search, ${group}, misspelt`, true)),
    ]
  } finally {
    await bare.end()
    await store.close()
  }
}

/** Both count a word as nearly right from the same similarity on. */
async function sameSimilarity(store: Store, bare: pg.Client): Promise<void> {
  const name = 'pg_trgm.word_similarity_threshold'
  const set = await store.pool.query<{ value: string }>('select current_setting($1) as value', [name])
  await bare.query('select set_config($1, $2, false)', [name, set.rows[0]?.value])
}

async function compare(
  store: Store,
  bare: pg.Client,
  asked: readonly Query[],
  name: string,
  rated: boolean,
): Promise<readonly Line[]> {
  const kinds = ['people', 'entities', 'groups'] as const
  const ours = async ({ text }: Query) =>
    (await searchDirectory(store.kysely, { query: text, kinds, limit: 10 })).map((hit) => hit.label)
  const theirs = ({ text }: Query) => bareSearch(bare, text)
  const prepared = ({ text }: Query) => bareSearch(bare, text, true)
  for (let index = 0; index < warmUp / 2; index += 1) {
    const query = asked[index % asked.length]
    if (query) {
      await ours(query)
      await theirs(query)
      await prepared(query)
    }
  }
  const ourMs: number[] = []
  const theirMs: number[] = []
  const preparedMs: number[] = []
  const both: { readonly own: number; readonly other: number }[] = []
  let ourHits = 0
  let theirHits = 0
  for (const query of asked) {
    const own = await timed(() => ours(query))
    const other = await timed(() => theirs(query))
    ourMs.push(own.ms)
    theirMs.push(other.ms)
    preparedMs.push((await timed(() => prepared(query))).ms)
    if (other.value.length > 0) both.push({ own: own.ms, other: other.ms })
    if (own.value.includes(query.wanted)) ourHits += 1
    if (other.value.includes(query.wanted)) theirHits += 1
  }
  const lines = [0.5, 0.95].flatMap((share) => {
    const [own, other] = [percentile(ourMs, share), percentile(theirMs, share)]
    const p = `${name}: p${share * 100}`
    return [
      line(`${p}, directory`, own, 'ms'),
      line(`${p}, bare query`, other, 'ms'),
      line(`${p}, ratio`, own / other, '', { at: share < 0.9 ? 1.2 : 1.5, better: 'less' }),
      // The sterner other side, which never plans anew as ours does not; it looks at people alone.
      line(`${p}, ratio to the bare query prepared`, own / percentile(preparedMs, share), ''),
    ]
  })
  if (!rated) return lines
  const ratio = (share: number) =>
    percentile(
      both.map(({ own }) => own),
      share,
    ) /
    percentile(
      both.map(({ other }) => other),
      share,
    )
  return [
    ...lines,
    line(`${name}: p50, ratio where the bare query finds anything`, ratio(0.5), ''),
    line(`${name}: p95, ratio where the bare query finds anything`, ratio(0.95), ''),
    line(`${name}: wanted among the first ten, bare query`, theirHits / asked.length, ''),
    line(`${name}: wanted among the first ten`, ourHits / asked.length, '', { at: 0.95, better: 'more' }),
  ]
}

/** Each word against the index, all of them wanted, the most similar first: the least that answers such a query. */
async function bareSearch(client: pg.Client, text: string, prepared = false): Promise<readonly string[]> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const every = words.map((_, index) => `(select lower(unaccent($${index + 2}))) <% search`)
  const found = await client.query<{ name: string }>({
    ...(prepared ? { name: `bare ${words.length}` } : {}),
    text: `select id, name from people where ${every.join(' and ')}
     order by word_similarity((select lower(unaccent($1))), search) desc, id limit 10`,
    values: [text, ...words],
  })
  return found.rows.map((row) => row.name)
}
