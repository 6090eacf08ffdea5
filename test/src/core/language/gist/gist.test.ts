import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { vocabularies } from '../../../../../commands/vocabulary/index.ts'
import { actionWords, commandWords } from '../../../../../src/core/catalog.ts'
import { gistButtons, likelyButtons, sureLine } from '../../../../../src/core/language/gist/asked.ts'
import { gistsOf, lineOf } from '../../../../../src/core/language/gist/gist.ts'
import { partsOf } from '../../../../../src/core/language/gist/parts.ts'
import { vocabularyOf } from '../../../../../src/core/language/gist/vocabulary.ts'

const likeliest = (sentence: string) => {
  const [first] = gistsOf(features, sentence)
  return first && commandWords(first.feature, first.command)
}

describe('what a sentence asks for', () => {
  test.each([
    ['where is the zoom link for the next ETCIP call', 'meeting show'],
    ['what do i still have to do', 'meeting action list'],
    ['does OHCHR have any unfilled seats', 'directory vacancies'],
    ['who was nosing around in my phone number', 'directory lookups'],
    ['u3, where does it stand', 'update show'],
    ['i will be on leave from monday', 'profile away'],
    ['have all groups handed in their texts for 2025', 'report status'],
  ])('is weighed by its words: %s', (sentence, command) => {
    expect(likeliest(sentence)).toBe(command)
  })

  test('is nothing where no word speaks for a command', () => {
    expect(gistsOf(features, 'will it rain in geneva tomorrow')).toEqual([])
    expect(gistsOf(features, `${'zoom link '.repeat(40)}`)).toEqual([])
  })

  test('has its records, its period and its names in the options that take them', () => {
    const lines = (sentence: string) => gistsOf(features, sentence).map(lineOf)
    expect(lines('nothing from UN Women this quarter')[0]).toBe(
      'newsletter pass period:"this quarter" entity:"UN Women"',
    )
    expect(lines('take u3 and u4, they look good')[0]).toBe('update accept update:"U3, U4"')
    // Two names stand in either order; whoever knows the names leaves out what cannot be.
    expect(lines('OHCHR gives up the chair of PCVE').slice(0, 4)).toEqual(
      expect.arrayContaining(['wg release wg:"PCVE" entity:"OHCHR"', 'wg release wg:"OHCHR" entity:"PCVE"']),
    )
  })

  test('is no change where it is asked how things stand', () => {
    const changes = (sentence: string) =>
      gistsOf(features, sentence).filter(({ command }) => command.changes).length
    expect(changes('is it cancelled?')).toBe(0)
    expect(changes('can you cancel it?')).toBeGreaterThan(0)
  })

  test('finds a word that is misspelt by one letter', () => {
    expect(likeliest('any vacancys for UNODC')).toBe('directory vacancies')
  })
})

describe('what is surely asked for', () => {
  test('is a look, never a change, a title or what says something of a record', () => {
    expect(sureLine(features, 'u3, where does it stand')).toBe('update show update:"U3"')
    expect(sureLine(features, 'please delete my account')).toBeUndefined()
    expect(sureLine(features, 'Expert Group Meeting')).toBeUndefined()
    expect(sureLine(features, 'date: 4 Nov')).toBeUndefined()
  })

  test('is open to everybody, since what only some may see is offered to those who may', () => {
    expect(likeliest('did any of our messages bounce')).toBe('reminder failed')
    expect(sureLine(features, 'did any of our messages bounce')).toBeUndefined()
  })

  test('has each of its names in capitals, since any word may be none', () => {
    expect(sureLine(features, 'when does the side event meet')).toBeUndefined()
  })
})

test('what tells of something is offered as nothing else', () => {
  expect(likelyButtons(features, 'WHO trained 20 nurses in Goma, DRC')).toEqual([])
  expect(likelyButtons(features, 'We met on 12 Nov and discussed drones')).toEqual([])
  expect(likelyButtons(features, 'no, that is wrong')).toEqual([])
})

test('a period is as long as its words go, and a quarter is no record', () => {
  expect(partsOf('who touched the entry last week')).toMatchObject({ period: 'last week', records: [] })
  // So many dates are tried for none.
  expect(partsOf('q1 '.repeat(53).trim()).period).toBeUndefined()
  expect(partsOf('everything for q4')).toMatchObject({ period: 'q4', records: [] })
  expect(partsOf('more about m1 and U12 in december')).toMatchObject({
    period: 'december',
    records: ['M1', 'U12'],
  })
})

test('every action has its words, and no word is for an action that there is not', () => {
  const actions = features
    .filter(({ name }) => name !== 'help')
    .flatMap(({ name, commands }) => commands.map((command) => `${name} ${actionWords(command)}`))
  const worded = Object.entries(vocabularies).flatMap(([name, words]) =>
    Object.keys(words).map((action) => `${name} ${action}`),
  )
  expect(worded.filter((one) => !actions.includes(one))).toEqual([])
  expect(actions.filter((one) => !worded.includes(one))).toEqual([])
  expect(vocabularyOf(features).speaks.size).toBeGreaterThan(1_000)
})

test('a button says what would be typed, short enough for a phone and with no option cut in the middle', () => {
  const labels = (sentence: string) => gistButtons(features, sentence).map(({ label }) => label)
  expect(labels('who chairs ETCIP')[0]).toBe('/wg show ETCIP')
  for (const sentence of ['call Lauren tomorrow at 9', 'put the drones paper on the next agenda of ETCIP'])
    for (const label of labels(sentence)) expect(label).toMatch(/^(?=.{1,60}$)(?:[^"…]|"[^"]+")+$/)
})

test('the day of what is to begin is not where a series of it ends', () => {
  const filled = (sentence: string) =>
    gistButtons(features, sentence).map(({ command, values }) => [command, values])
  expect(filled('could we get together on 14 December at 15:00 for ETCIP')).toContainEqual([
    'meeting schedule',
    { wg: 'ETCIP', start: '14 December 15:00' },
  ])
})
