import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import pg from 'pg'
import { type RankedHit, type SearchHit, withoutUnlikely } from '../../../db/directory/find/judged.ts'
import { array, object } from '../../../src/core/json.ts'
import { whyMatched } from '../../../src/directory/find/why.ts'
import { type PersonRow, personByKey } from '../linked.ts'
import { sayWhere, setting } from '../served.ts'

/** The most hits that are shown. */
const most = 10

type Found = SearchHit & { readonly why: string }

const forms = {
  person: 'directory person|person',
  entity: 'directory entity|entity',
  holder: 'directory entity|entity',
  group: 'wg show|wg',
} as const

/** The least that answers: node's own server, the signature, one query on a pool, and the same message. */
async function main(): Promise<void> {
  const lookUp: { text: string; values: readonly unknown[] } = JSON.parse(setting('LOOK_UP'))
  const pool = new pg.Pool({
    connectionString: setting('DATABASE_URL'),
    options: '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.45',
  })
  const prefix = Buffer.from('302a300506032b6570032100', 'hex')
  const raw = Buffer.from(setting('DISCORD_PUBLIC_KEY'), 'hex')
  const key = createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const signature = Buffer.from(String(request.headers['x-signature-ed25519']), 'hex')
    const signed = Buffer.concat([Buffer.from(String(request.headers['x-signature-timestamp'])), body])
    if (!verify(null, signed, key, signature)) {
      response.writeHead(401).end()
      return
    }
    const [action] = array(object(object(JSON.parse(body.toString('utf8')))['data'])['options']).map(object)
    const word = object(array(action?.['options'])[0])['value']
    response.setHeader('content-type', 'application/json; charset=utf-8')
    if (action?.['name'] === 'person') {
      const { rows } = await pool.query<PersonRow>(personByKey(String(word)))
      response.end(JSON.stringify({ type: 4, data: personCard(rows[0]) }))
      return
    }
    const values = lookUp.values.map((value) => (value === 'CTED' ? word : value))
    // Prepared once on each connection, as the bot's own statements are.
    const found = await pool.query<RankedHit>({ name: 'find', text: lookUp.text, values })
    const rows = withoutUnlikely(found.rows, most).map((hit) => ({
      ...hit,
      why: whyMatched(hit, String(word)),
    }))
    response.end(JSON.stringify({ type: 4, data: answer(String(word), rows) }))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1', () => sayWhere(server.address()))
}

function answer(word: string, rows: readonly Found[]): object {
  const items = rows.map(
    ({ label, detail, why }) =>
      `- **${escaped(label)}**${detail && `, ${escaped(detail)}`} (${escaped(why)})`,
  )
  return {
    content: `### Search\n${rows.length} ${rows.length === 1 ? 'match' : 'matches'} for “${escaped(word)}”:`,
    embeds: [{ description: items.join('\n'), color: 0x009edb }],
    components: [
      {
        type: 1,
        components: rows.slice(0, 5).map(({ kind, label, handle }, place) => ({
          type: 2,
          style: 2,
          label,
          custom_id: `b${place}~1|${forms[kind]}=${handle}`,
        })),
      },
    ],
    allowed_mentions: { parse: [] },
    flags: 64,
  }
}

function personCard(row: PersonRow | undefined): object {
  const lines = row
    ? [`Title: ${row.title}`, `E-mail: ${row.email}`, `Local time: ${row.zone}`].map(escaped)
    : ['Nobody.']
  return {
    content: escaped(row?.name ?? ''),
    embeds: [{ description: lines.join('\n'), color: 0x009edb }],
    allowed_mentions: { parse: [] },
    flags: 64,
  }
}

function escaped(text: string): string {
  return text.replace(/[\\*_~`|<>[\]]/g, '\\$&')
}

await main()
