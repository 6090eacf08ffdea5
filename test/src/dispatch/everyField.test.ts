import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import type { Option } from '../../../src/core/option.ts'
import { secretariat, type World, world } from '../../support/world.ts'

/** What no store or platform takes as it stands, and which fields it is said in. */
const broken: readonly (readonly [what: string, text: string, into: (one: Option) => boolean])[] = [
  ['half a sign, and one that no text may hold', 'a\ud83db\u0000c', () => true],
  ['half a sign, cut at the longest name', `${'x'.repeat(119)}\ud83d\ude00`.slice(0, 120), takesLong],
  ['nothing that shows', '\u200b\u200d\u3164', () => true],
]

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
  'no field of any command fails over %s',
  async (_, text, into) => {
    const failed: string[] = []
    for (const [words, base, options] of forms)
      for (const [name, option] of Object.entries(options)) {
        if (!into(option)) continue
        const { outcome } = await here.bot.dispatch({
          caller: { platform: 'terminal', tenant: 'local', account: secretariat },
          place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
          vouchedEmail: secretariat,
          input: { kind: 'fields', command: words, fields: { ...base, [name]: text } },
        })
        if (outcome === 'failed') failed.push(`/${words} ${name}`)
      }
    expect(failed).toEqual([])
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
