import { describe, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { isAsked, mayTell } from '../../../../src/core/language/said/asked.ts'
import { sayAs } from '../../../../src/core/language/said/saying.ts'
import { saidIn } from '../../../../src/core/language/said/sayings.ts'

function read(saying: string, line: string, typed: string): string | undefined {
  const words = typed.split(' ')
  return sayAs(
    saying,
    line,
    words.map((word) => word.toLowerCase().replace(/[?.!,]$/, '')),
    words,
  )
}

describe('a line that asks for something', () => {
  test.each([
    'May we move the meeting to Friday',
    'Will there be a meeting of ETCIP',
    'I want to add a colleague',
    'I can’t find the newsletter',
    'I’d like to move M1',
    'add WHO to ETCIP',
    'When is it?',
    'Dakar on Friday?',
  ])('is told from one that tells: %s', (text) => {
    expect(isAsked(text)).toBe(true)
  })

  test.each([
    'I trained 30 judges in Vienna on 3 November',
    'I can see that the course was held',
    'May 2026: UNODC trained 30 officers in Accra',
    'Will Smith of UNODC spoke at the forum',
  ])('is not made of a name, a month or somebody’s own deed: %s', (text) => {
    expect(isAsked(text)).toBe(false)
  })

  test.each([
    ['Print media workshop held by UNESCO in Tunis', true],
    ['add WHO to ETCIP', false],
    ['please print the newsletter of this year for us', false],
    ['can you print the newsletter of this year', false],
  ])('may tell something as well where it is a whole sentence: %s', (text, tells) => {
    expect(mayTell(text)).toBe(tells)
  })
})

describe('a saying', () => {
  test.each([
    ['add … to @', 'wg join @ entity:…', 'add UN Women to ETCIP.', 'wg join ETCIP entity:UN Women'],
    ['@ joins @', 'wg join @2 entity:@', 'WHO joins ETCIP', 'wg join ETCIP entity:WHO'],
    ['make … chair of @ from …', 'wg appoint @ role:chair entity:… from:…', 'make WHO chair of HRRoL-VOT from 1 January', 'wg appoint HRRoL-VOT role:chair entity:WHO from:1 January'],
    ['schedule a meeting of @ on …', 'meeting schedule "@ meeting" wg:@ start:…', 'schedule a meeting of ETCIP on Friday at 3pm', 'meeting schedule "ETCIP meeting" wg:ETCIP start:Friday at 3pm'],
    ['push M# back …', 'meeting move # … later', 'push M1 back a week', 'meeting move M1 a week later'],
    ['minutes of …', 'meeting minutes …', 'minutes of the June meeting?', 'meeting minutes the June meeting'],
    ['chair of …', 'wg show …', 'chair of Working Group on Border Management and Law Enforcement', 'wg show Working Group on Border Management and Law Enforcement'],
    ['who is …', 'directory find …', 'who is the one that I can ask about aviation', 'directory find the one that I can ask about aviation'],
  ])('%s has its gaps filled from what was said', (saying, line, typed, said) => {
    expect(read(saying, line, typed)).toBe(said)
  }) // biome-ignore format: a table

  test.each([
    ['add … to @', 'add a reminder to call Anna'],
    ['add … to @', 'add interpretation to M1'],
    ['minutes of …', 'Minutes of silence were held at the memorial in Madrid'],
    [
      'the last meeting of …',
      'The last meeting of the Global Forum adopted a new framework on rehabilitation',
    ],
    ['contact for …', 'Contact for victims of terrorism was established by UNODC in Nigeria'],
  ])('%s is not heard in %s', (saying, typed) => {
    expect(read(saying, '', typed)).toBeUndefined()
  })
})

describe('a request', () => {
  test.each([
    ['I have nothing to report', 'newsletter pass'],
    ['Can you show me the newsletter?', 'newsletter read'],
    ['could you list all entities please', 'directory list'],
    ['show me my groups', 'profile show'],
    ['can i see my reminders', 'reminder list'],
    ['please, who chairs ETCIP?', 'directory find who chairs ETCIP'],
    ['Whats the deadline', 'newsletter status'],
    ['im on leave next week', 'profile away next week'],
    ['hi, who works at UNESCO?', 'directory entity UNESCO'],
    ['what is on the agenda of ETCIP', 'meeting agenda show ETCIP'],
  ])(
    'means the same with or without what opens it, and in the short and the long form: %s',
    (typed, line) => {
      expect(saidIn(features, typed)).toBe(line)
    },
  )

  test.each(['hi', 'please', 'so we trained 30 judges in Vienna'])('is none: %s', (typed) => {
    expect(saidIn(features, typed)).toBeUndefined()
  })
})
