import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { secretariat, type World, world } from '../../support/world.ts'

/** What no store or platform takes as it stands. */
const broken: readonly (readonly [what: string, text: string])[] = [
  ['half a sign', 'a\ud83d'],
  ['the other half, cut at the longest name', `${'x'.repeat(119)}\ud83d\ude00`.slice(0, 120)],
  ['a sign that no text may hold', 'a\u0000b'],
  ['nothing that shows', '\u200b\u200d\u3164'],
]

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
  async (_, text) => {
    const failed: string[] = []
    for (const [words, base, names] of forms)
      for (const name of names) {
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
    .map(
      (one) =>
        [commandWords(feature, one), fieldsOf(one.examples[0] ?? ''), Object.keys(one.options)] as const,
    )
    // Whoever forgets or unlinks themselves asks for nothing more.
    .filter(([words]) => !/^profile (?:forget|unlink)$/.test(words)),
)

function fieldsOf(example: string): Readonly<Record<string, string>> {
  const read = readLine(features, example)
  return read.kind === 'command' ? read.fields : {}
}
