import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Json } from '../../../../src/core/json.ts'
import { awkward } from '../../../support/messages/shownMessage.ts'
import { violations } from '../../../support/teams/far/limits.ts'
import { chromium, readsMarkdown, type Shown, show } from '../../../support/teams/shown/cardBrowser.ts'
import { exampleCards, formCards, kindCards } from '../../../support/teams/shown/sampleCards.ts'

interface Sample {
  readonly name: string
  readonly card: Json
  readonly shown: Shown
}

const samples: Sample[] = []
const why = chromium ? '' : ' (left out: this machine has no Chromium)'
const whyMarkdown = readsMarkdown ? why : ' (left out: markdown-it is not installed)'

beforeAll(async () => {
  if (!chromium) return
  const made = [...kindCards(), ...(await exampleCards()), ...formCards()]
  const shown = await show(made.map(({ card }) => card))
  made.forEach(({ name, card }, n) => {
    const one = shown[n]
    if (one) samples.push({ name, card, shown: one })
  })
  expect(samples).toHaveLength(made.length)
}, 180_000)

afterAll(() => void samples.splice(0))

describe(`cards of Teams in a browser${why}`, () => {
  test.skipIf(!chromium)('are all parsed without a word against them', () => {
    expect(samples.length).toBeGreaterThan(100)
    for (const { name, shown } of samples) expect([name, against(shown.faults)]).toEqual([name, []])
    expect(samples.filter(({ shown }) => shown.text.trim() === '').map(({ name }) => name)).toEqual([])
  })

  test.skipIf(!chromium)('are no larger than Teams takes them', () => {
    const own = samples.filter(({ name }) => !name.startsWith('form'))
    expect(own.flatMap(({ name, card }) => violations(card).map((wrong) => `${name}: ${wrong}`))).toEqual([])
  })

  test.skipIf(!chromium)('say the same to a client that knows neither tables nor Action.Execute', () => {
    for (const { name, shown } of samples)
      expect([name, against(shown.plainFaults, unknown)]).toEqual([name, []])
    expect(of('blocks').plainFaults).not.toEqual([])
    for (const text of ['• Name: Ana · Since: 2019', 'Go', 'Fill in'])
      expect(of('blocks').plainText).toContain(text)
  })

  test.skipIf(!chromium)('show a table with its headings, an image and every button', () => {
    const { text, tags } = of('blocks')
    expect(text).toContain('NameSinceAna2019')
    expect(text).not.toContain('• Name')
    expect(tags.split(' ').filter((tag) => tag === 'img' || tag === 'button')).toEqual([
      'img',
      'button',
      'button',
      'button',
    ])
    const pages = [of('buttons'), of('buttons, page 2')].map((page) => page.tags).join(' ')
    expect(pages.match(/\bbutton\b/g)).toHaveLength(20)
  })

  test.skipIf(!chromium).each(awkward)('show what was typed: %j', (text) => {
    const { text: shown, tags } = of(`text ${text}`)
    expect(seen(shown)).toBe(seen(text.repeat(2)))
    expect(tags).not.toMatch(/\b(?:strong|em|code|li|h1|img|at)\b/)
  })

  test.skipIf(!chromium || !readsMarkdown).each(awkward)(
    `show what was typed beside a moment: %j${whyMarkdown}`,
    (text) => {
      const { text: shown, tags } = of(`moment ${text}`)
      expect(seen(shown)).toContain(seen(text))
      expect(tags).not.toMatch(/\b(?:strong|em|code|li|h1|img|at|blockquote)\b/)
    },
  )

  test.skipIf(!chromium || !readsMarkdown)(`show looks beside a moment${whyMarkdown}`, () => {
    const { text, tags } = of('looks')
    expect(text).toContain('a bold word, code, a link and (x)Ana <a@x.example>')
    expect(tags.match(/\b(?:strong|a)\b/g)).toEqual(['strong', 'a', 'strong', 'a'])
  })

  test.skipIf(!chromium)("show a moment by the reader's clock and by its zone", () => {
    const bare = of('times').text.replaceAll('\\', '')
    expect(bare).not.toContain('{{')
    expect(bare).toMatch(/Sun, Dec 13, 2026 7:30\sAM \(Sat 12 Dec 2026, 23:30 Europe\/Vienna\)/)
    expect(bare).toMatch(/Sun, Dec 13, 2026 \(Sat 12 Dec 2026, Europe\/Vienna\)/)
    expect(bare).toMatch(/7:30\sAM \(23:30 Europe\/Vienna\)/)
  })
})

function of(wanted: string): Shown {
  const found = samples.find(({ name }) => name === wanted)
  if (!found) throw new Error(`There is no card “${wanted}”.`)
  return found.shown
}

/**
 * Teams looks choices up in cards of its own version, although the format has them only in the next one; and a
 * client without `Action.Execute` knows no refreshing either.
 */
const tolerated =
  /^Property "choices\.data" is supported in version 1\.6|^An Input\.ChoiceSet must have at least one choice/
const unknown = /^Unknown (?:element|action) type "(?:Table|Action\.Execute)"|^Property "action" must be set/

function against(faults: readonly string[], known?: RegExp): readonly string[] {
  return faults.filter((fault) => !tolerated.test(fault) && !known?.test(fault))
}

/** Text but for its spaces and its signs without width. */
function seen(text: string): string {
  return text.replace(/[\s\u200b]/g, '')
}
