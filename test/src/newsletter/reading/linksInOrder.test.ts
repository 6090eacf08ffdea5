import { existsSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type ItemReading, readItem } from '../../../../src/newsletter/reading/readItem.ts'
import { itemParts } from '../../../../src/newsletter/render/itemParts.ts'
import { standsIn, wordsOf } from '../../../support/typed/wordsInOrder.ts'

const known = {
  period: { from: '2026-11-01', to: '2026-12-31' },
  entities: [{ acronym: 'UNODC', name: 'United Nations Office on Drugs and Crime', aliases: [], parts: [] }],
  groups: [],
}

const tellings = ['UNODC launched a film', 'a plan of action for judges', 'the agenda', 'its “Handbook on evidence”', 'WHO trained 30 judges in Vienna', 'courses'] // biome-ignore format: a table
const labels = ['Watch', 'read', 'Recording here', 'slides', 'Agenda', 'Registration link'] // biome-ignore format: a table
const joints = [', ', ' and ', ' or ', '. ', '; ', ', and ', ' – ', ' with ', ' '] // biome-ignore format: a table

/** Something told, and perhaps a link with it in one of the ways that people set links. */
const linked = fc.record({ told: fc.constantFrom(...tellings), label: fc.constantFrom(...labels), form: fc.nat({ max: 11 }), joint: fc.constantFrom(...joints) }) // biome-ignore format: a table
function written({ told, label, form }: { told: string; label: string; form: number }, url: string): string {
  const forms = [told, `${told} (${url})`, `${told} ${url}`, `${label}: ${url}`, `[${told}](${url})`, `${told}: ${url}`, `${url} ${told}`, `${told} <${url}>`, `${told} at ${url}`, `${told} (${label}: ${url})`, `${told} ${url} ${label}`, `${told} (${url}, in French)`] // biome-ignore format: a table
  return forms[form] ?? told
}
const linkedText = fc
  .tuple(fc.array(linked, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' (6-9 Nov)', '.', '. Read more: https://who.int/last (3 Nov)', ' (12 Nov). See https://who.int/last'))
  .map(([parts, end]) => `${parts.map((one, at) => `${at > 0 ? one.joint : ''}${written(one, `https://un${at}.org/p${at}`)}`).join('')}${end}`) // biome-ignore format: a table

test('words with links are printed in the order typed, each once, and each address once and where it was typed', () => {
  fc.assert(
    fc.property(linkedText, (typed) => expectInOrder(typed)),
    { numRuns: 1200, seed: 11 },
  )
})

const shared = new URL('../../../../../shared/', import.meta.url)

function sharedTexts(): readonly string[] {
  const read = (file: string) => readFileSync(new URL(file, shared), 'utf8')
  const cases = read('cases/what-people-type.jsonl')
    .trim()
    .split('\n')
    .flatMap((line): readonly string[] => JSON.parse(line).lines)
  const posts = cases.flatMap((line) => /^\/update post "?(.*?)"?$/s.exec(line)?.[1] ?? [])
  const items: readonly { readonly printedAs: string }[] = JSON.parse(read('data/wild.json')).items
  return [...posts.map((text) => text.replaceAll('\u200b', '')), ...items.map(({ printedAs }) => printedAs)]
}

test.skipIf(!existsSync(shared))(
  'so are those that people typed and published (skipped where they are not at hand)',
  () => {
    const texts = sharedTexts()
    expect(texts.length).toBeGreaterThan(100)
    for (const typed of texts) expectInOrder(typed)
  },
)

/** Words and addresses as they stand, an address behind the words that lead to it. */
function printedPieces(item: ItemReading): readonly string[] {
  return itemParts({ ...item, printedDate: null }, 'new').flatMap(({ text: said, url }) => {
    if (url === null) return wordsOf(said)
    return new URL(url).host === said ? [url] : [...wordsOf(said), url]
  })
}

function expectInOrder(written: string) {
  const item = readItem(written, known)
  // A date before the sentence takes its preposition along, and a dateline its place, which is said.
  const dateline = item.asides.find(({ kind }) => kind === 'dateline')?.text ?? ''
  if (dateline !== '') return
  const before =
    item.printedDate === null || written.endsWith(`(${item.printedDate})`) ? '' : item.printedDate
  const typed =
    before === '' ? written : written.replace(new RegExp(`\\b(?:on|from|du) (?=${before})`, 'i'), '')
  const pieces = typed
    .split(/(https?:\/\/(?:[^\s()<>\],"”]|\([^\s()]*\))+(?<![.,;:]))/)
    .flatMap((piece, at) => (at % 2 === 1 ? [piece] : wordsOf(piece)))
  const isAddress = (piece: string) => /^https?:/.test(piece)
  const printed = printedPieces(item)
  const words = printed.filter((piece) => !isAddress(piece))
  const typedWords = pieces.filter((piece) => !isAddress(piece))
  const apart = wordsOf(item.printedDate ?? '', ...item.asides.map((aside) => aside.text))
  expect(standsIn(words, typedWords), `${typed} → ${printed.join(' ')}`).toBe(true)
  expect([...words, ...apart].sort(), `${typed} → ${printed.join(' ')}`).toEqual([...typedWords].sort())
  const addresses = pieces.filter(isAddress)
  expect(printed.filter(isAddress), `${typed} → ${printed.join(' ')}`).toEqual(addresses)
  // An address alone is led to by the words that say what was done.
  if (addresses.length > 1)
    for (const one of addresses)
      expect(wordBehind(printed, one, apart), `${typed} → ${printed.join(' ')}`).toBe(
        wordBehind(pieces, one, apart),
      )
}

/** The last word before an address that is no part of what was set apart. */
function wordBehind(pieces: readonly string[], url: string, apart: readonly string[]): string | undefined {
  return pieces
    .slice(0, pieces.indexOf(url))
    .findLast((piece) => !/^https?:/.test(piece) && !apart.includes(piece))
}
