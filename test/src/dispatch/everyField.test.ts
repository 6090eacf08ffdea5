import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import type { Option } from '../../../src/core/option.ts'
import { textsOf } from '../../support/messages/shownMessage.ts'
import { secretariat, type World, world } from '../../support/world.ts'

/** What no store or platform takes as it stands, and which fields it is said in. */
const broken: readonly (readonly [what: string, text: string, into: (one: Option) => boolean])[] = [
  ['half a sign, and one that no text may hold', 'a\ud83db\u0000c', () => true],
  ['half a sign, cut at the longest name', `${'x'.repeat(119)}\ud83d\ude00`.slice(0, 120), takesLong],
  ['nothing that shows', '\u200b\u200d\u3164', () => true],
  ['what turns the words behind it', 'a\u202eb', () => true],
]

/** What no message and no record may hold: half a sign, controls, what turns the words behind it. */
const unclean = /\p{Surrogate}|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u

/** Any other is refused at its length or finds nobody, as a short one does. */
function takesLong({ kind, max = 120 }: Option): boolean {
  return kind === 'text' && max >= 120
}

let here: World
beforeAll(async () => {
  here = await world()
  for (const line of [
    '/newsletter open 2026-11..2026-12 closes:2027-01-08',
    '/meeting schedule "Fourth meeting" wg:ETCIP start:"10 Dec 10:00"',
    '/update post "CTED trained judges in Dakar, Senegal (17-19 Nov)" entities:CTED',
  ])
    expect((await here.say(secretariat, line)).outcome).toBe('done')
})
afterAll(() => here.end())

test.each(broken)(
  'no field of any command fails over %s, and no answer shows it',
  async (_, text, into) => {
    const failed: string[] = []
    const shown: string[] = []
    for (const [words, base, options] of forms)
      for (const [name, option] of Object.entries(options)) {
        if (!into(option)) continue
        const { outcome, message } = await here.bot.dispatch({
          caller: { platform: 'terminal', tenant: 'local', account: secretariat },
          place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
          vouchedEmail: secretariat,
          input: { kind: 'fields', command: words, fields: { ...base, [name]: text } },
        })
        if (outcome === 'failed') failed.push(`/${words} ${name}`)
        if (textsOf(message).some((one) => unclean.test(one))) shown.push(`/${words} ${name}`)
      }
    expect({ failed, shown, kept: await keptUnclean() }).toEqual({ failed: [], shown: [], kept: [] })
  },
  120_000,
)

/** Every command with the fields of its first example, and its options. */
const forms = features.flatMap((feature) =>
  feature.commands
    .map((one) => [commandWords(feature, one), fieldsOf(one.examples[0] ?? ''), one.options] as const)
    // Whoever forgets or unlinks themselves asks for nothing more.
    .filter(([words]) => !/^profile (?:forget|unlink)$/.test(words)),
)

function fieldsOf(example: string): Readonly<Record<string, string>> {
  const read = readLine(features, example)
  return read.kind === 'command' ? read.fields : {}
}

/** The tables of which a row holds what none may hold, as it stands or escaped in JSON. */
async function keptUnclean(): Promise<readonly string[]> {
  const { pool } = here.database.store
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`,
  )
  const kept: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(`select one::text as row from ${name} one`)
    if (rows.some(({ row }) => unclean.test(row) || /\\u(?:d[89a-f]|00[01]|20[23])/i.test(row)))
      kept.push(name)
  }
  return kept
}
