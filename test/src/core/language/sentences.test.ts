import { describe, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { isAsked, mayTell } from '../../../../src/core/language/sentences/asked.ts'
import { sayingsWith } from '../../../../src/core/language/sentences/byFirstWord.ts'
import { readPattern } from '../../../../src/core/language/sentences/pattern.ts'
import { sayAs } from '../../../../src/core/language/sentences/saying.ts'
import { lineOfSaying } from '../../../../src/core/language/sentences/sayings.ts'
import { textBehindLead } from '../../../../src/core/language/sentences/textBehindLead.ts'
import { fitOf } from '../../../../src/core/language/sentences/walk.ts'

function read(pattern: string, line: string, text: string): string | undefined {
  const typed = text.split(' ')
  const words = typed.map((word) => word.toLowerCase().replace(/[?.!,]$/, ''))
  return sayAs({ parts: readPattern(pattern), line }, { typed, words })?.line
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
  ])('%s has its gaps filled from what was said', (saying, line, typed, text) => {
    expect(read(saying, line, typed)).toBe(text)
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

describe('a pattern', () => {
  test.each([
    ['(start|set up) [the|a] poll for @', 'set up poll for ETCIP', 'ETCIP'],
    ['(start|set up) [the|a] poll for @', 'start the poll for ETCIP', 'ETCIP'],
    ['[please [do]] show @', 'please show ETCIP', 'ETCIP'],
    ['extend it [(until|to)] …', 'extend it until Friday', 'Friday'],
    ['(move|put) … (to|on) …', 'put one to two on three', 'one'],
    ['(Приду|je serai là) …', 'je serai la demain', 'demain'],
  ])('%s is fitted by any of its alternatives, with as many of its words as may be: %s', (pattern, typed, gap) => {
    expect(read(pattern, pattern.includes('@') ? '@' : '…', typed)).toBe(gap)
  }) // biome-ignore format: a table

  test.each([
    ['(start|set up) [the|a] poll for @', 'set the poll for ETCIP'],
    ['(start|set up) [the|a] poll for @', 'start the a poll for ETCIP'],
    ['extend it [(until|to)] …', 'extend it'],
  ])('%s is not fitted by %s', (pattern, typed) => {
    expect(read(pattern, '', typed)).toBeUndefined()
  })

  test.each(['(a|b', 'a) b', '[a', 'a|b', '(a]'])('%s is refused for its brackets', (pattern) => {
    expect(() => readPattern(pattern)).toThrow('brackets do not match')
  })

  test('with many gaps takes twice as many steps for a line that is twice as long, and no more', () => {
    const parts = readPattern(`${Array.from({ length: 12 }, () => '[the|a] … (to|of)').join(' ')} end`)
    const stepsFor = (length: number) => {
      let steps = 0
      const typed = Array.from({ length }, () => 'to')
      const words = new Proxy(typed, {
        get: (of, key) => {
          steps++
          return Reflect.get(of, key)
        },
      })
      expect(fitOf(parts, { typed, words })).toBeUndefined()
      return steps
    }

    expect(stepsFor(400)).toBeGreaterThan(400)
    expect(stepsFor(400)).toBeLessThan(2.2 * stepsFor(200))
  })

  test.each([
    ['put (the|a) … (to|on) M#', ['put', 'the', 'budget', 'on', 'm1'], true],
    ['put (the|a) … (to|on) M#', ['put', 'budget', 'on', 'm1'], false],
    ['please [do] show [(it|them) [again]]', ['please', 'show'], true],
    ['please [do] show [(it|them) [again]]', ['please', 'show', 'it', 'now'], false],
    ['[the] next [meeting]', ['the', 'next'], true],
    ['[the] next [meeting]', ['next'], true],
    ['[the] next [meeting]', ['next', 'next'], false],
  ])('%s is tried on %j only where its first, second and last word may be those: %s', (pattern, words, isTried) => {
    const catalog = [{ name: 'x', about: '', commands: [], sayings: [[pattern, 'x'] as const] }]
    expect(sayingsWith(catalog, words)).toHaveLength(isTried ? 1 : 0)
  }) // biome-ignore format: a table

  test('that begins a text is found by any of its words, and one word leads in a text by its colon alone', () => {
    const sayings = [['(post|report|add [a|an] [new] update): …', 'news post …'] as const]
    const catalog = [{ name: 'news', about: '', prose: 'post', commands: [], sayings }]
    expect(textBehindLead(catalog, 'Add a new update: it rained.')).toBe('news post it rained.')
    expect(textBehindLead(catalog, 'add update The office opened in Suva today')).toBe(
      'news post The office opened in Suva today',
    )
    expect(textBehindLead(catalog, 'post: it rained')).toBe('news post it rained')
    expect(textBehindLead(catalog, 'Post Office staff were trained in Suva')).toBeUndefined()
  })

  test('of a feature has brackets that match, and a gap where its line takes something', () => {
    const sayings = features.flatMap(({ sayings = [] }) => sayings)
    expect(() => sayings.map(([pattern]) => readPattern(pattern))).not.toThrow()
    const taking = sayings.filter(([, line]) => /[…#@]/.test(line))
    expect(taking.filter(([pattern]) => !/[…#@]/.test(pattern))).toEqual([])
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
    ['what did uvri send', 'update list entity:UVRI'],
    [
      'add Dr Peter Mwangi (p@a.example) to KEMRI',
      'directory add person "Dr Peter Mwangi" email:p@a.example entity:KEMRI',
    ],
    ["sorry, I can't make it, Daniel will go for me", 'meeting rsvp no delegate:Daniel'],
    ['add IOM to etcip', 'wg join ETCIP entity:IOM'],
    ['add iom to etcip as observer', 'wg join ETCIP entity:iom as:observer'],
    [
      'make unodc vice chair of etcip from January',
      'wg appoint ETCIP role:vice-chair entity:unodc from:January',
    ],
    ["Grace's email is now grace@a.example", "directory edit person Grace's email:grace@a.example"],
  ])(
    'means the same with or without what opens it, and in the short and the long form: %s',
    (typed, line) => {
      expect(lineOfSaying(features, typed)).toBe(line)
    },
  )

  test.each(['hi', 'please', 'add it to the agenda of all', 'so we trained 30 judges in Vienna'])(
    'is none: %s',
    (typed) => {
      expect(lineOfSaying(features, typed)).toBeUndefined()
    },
  )
})
