import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import type { KnownBlock, RichTextText } from '@slack/web-api'
import pg from 'pg'

import { type RankedHit, type SearchHit, withoutUnlikely } from '../../../db/directory/find/judged.ts'
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

const noPreviews = { unfurl_links: false, unfurl_media: false }

/** The least that answers: Bolt as its manual has it, one query on a pool, and the same message. */
async function main(): Promise<void> {
  const lookUp: { text: string; values: readonly unknown[] } = JSON.parse(setting('LOOK_UP'))
  const pool = new pg.Pool({
    connectionString: setting('DATABASE_URL'),
    options: '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.45',
  })
  const app = new App({
    token: setting('SLACK_BOT_TOKEN'),
    receiver: new HTTPReceiver({ signingSecret: setting('SLACK_SIGNING_SECRET') }),
    clientOptions: { slackApiUrl: setting('SLACK_API_URL') },
    logLevel: LogLevel.ERROR,
  })
  app.command('/directory', async ({ command, ack }) => {
    if (command.text.startsWith('person ')) {
      const { rows } = await pool.query<PersonRow>(personByKey(command.text.replace(/^person /, '')))
      await ack({ response_type: 'ephemeral', ...personCard(rows[0]), ...noPreviews })
      return
    }
    const word = command.text.replace(/^find /, '')
    const values = lookUp.values.map((value) => (value === 'CTED' ? word : value))
    // Prepared once on each connection, as the bot's own statements are.
    const found = await pool.query<RankedHit>({ name: 'find', text: lookUp.text, values })
    const rows = withoutUnlikely(found.rows, most).map((hit) => ({ ...hit, why: whyMatched(hit, word) }))
    const summary = `${rows.length} ${rows.length === 1 ? 'match' : 'matches'} for “${word}”:`
    const items = rows.map(({ label, detail, why }) => `• ${label}${detail && `, ${detail}`} (${why})`)
    const text = [summary, ...items, rows.map(({ label }) => `[${label}]`).join(' ')].join('\n')
    await ack({ response_type: 'ephemeral', text, blocks: blocks(summary, rows), ...noPreviews })
  })
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  sayWhere(server.address())
}

function personCard(row: PersonRow | undefined): { text: string; blocks: KnownBlock[] } {
  const lines = row
    ? [row.name, `Title: ${row.title}`, `E-mail: ${row.email}`, `Local time: ${row.zone}`]
    : ['Nobody.']
  return {
    text: lines.join('\n'),
    blocks: lines.map((line) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [plain(line)] }],
    })),
  }
}

function blocks(summary: string, rows: readonly Found[]): KnownBlock[] {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Search', emoji: false } },
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [plain(summary)] }] },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: rows.map(({ label, detail, why }) => ({
            type: 'rich_text_section',
            elements: [
              { ...plain(label), style: { bold: true } },
              ...(detail ? [plain(`, ${detail}`)] : []),
              ...[' (', why, ')'].map(plain),
            ],
          })),
        },
      ],
    },
    {
      type: 'actions',
      block_id: 'buttons:1',
      elements: rows.slice(0, 5).map(({ kind, label, handle }, index) => ({
        type: 'button',
        text: { type: 'plain_text', text: label, emoji: false },
        action_id: `do:${index + 1}`,
        value: `1|${forms[kind]}=${handle}`,
      })),
    },
  ]
}

function plain(text: string): RichTextText {
  return { type: 'text', text }
}

await main()
