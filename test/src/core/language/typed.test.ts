import { describe, expect, test } from 'vitest'

import { anyone, type Catalog } from '../../../../src/core/catalog.ts'
import { clean } from '../../../../src/core/language/clean.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'
import { assent } from '../../../../src/core/language/sentences/assent.ts'
import { option, required } from '../../../../src/core/option.ts'

const base = { access: anyone, audience: 'caller', about: '', examples: [], changes: false } as const
const text = option.text({ about: '' })
const catalog: Catalog = [
  {
    name: 'update',
    about: '',
    commands: [
      { ...base, name: 'post', options: { text: required(option.text({ about: '', multiline: true })), section: option.section({ about: '' }), date: text, place: text, link: text } },
      { ...base, name: 'edit', options: { update: required(option.record({ about: '', prefix: 'U' })), text, date: text } },
    ],
  },
  {
    name: 'recommendation',
    about: '',
    commands: [{ ...base, name: 'add', options: { text: required(option.text({ about: '', multiline: true })), country: required(text), theme: text } }],
  },
  {
    name: 'wg',
    about: '',
    fallback: 'show',
    commands: [{ ...base, name: 'show', options: { wg: required(option.group({ about: '' })), on: option.day({ about: '' }) } }],
  },
  {
    name: 'meeting',
    about: '',
    commands: [
      { ...base, name: 'move', options: { meeting: required(option.meeting({ about: '' })), start: required(option.moment({ about: '' })) } },
      { ...base, name: 'schedule', options: { title: required(text), place: text, link: text, wg: required(option.group({ about: '' })), start: required(option.moment({ about: '' })) } },
      { ...base, name: 'rsvp', options: { meeting: required(option.meeting({ about: '' })), answer: required(option.choice({ about: '', choices: ['yes', 'no'], trailing: true })) } },
    ],
  },
] // biome-ignore format: a table

function fields(line: string): unknown {
  const typed = readLine(catalog, line)
  return typed.kind === 'command' ? typed.fields : typed
}

describe('what people type', () => {
  test.each([
    ['/meeting schedule Plenary place: Vienna link: https://un.org/x wg: ETCIP start: tomorrow', { title: 'Plenary', place: 'Vienna', link: 'https://un.org/x', wg: 'ETCIP', start: 'tomorrow' }],
    ['/meeting schedule Save the place: a plenary wg: ETCIP start: tomorrow', { title: 'Save the place: a plenary', wg: 'ETCIP', start: 'tomorrow' }],
    ['/recommendation add Set up a unit country: Kenya theme: aviation', { text: 'Set up a unit', country: 'Kenya', theme: 'aviation' }],
    ['/recommendation add Set up a unit, theme: aviation country:Kenya', { text: 'Set up a unit, theme: aviation', country: 'Kenya' }],
    ['/update post Held a course, link: see below', { text: 'Held a course, link: see below' }],
    ['/update post Held a course place: Dakar link: https://unodc.org/x', { text: 'Held a course place: Dakar link: https://unodc.org/x' }],
    ['/update post Held a course place:Dakar link: https://unodc.org/x', { text: 'Held a course', place: 'Dakar', link: 'https://unodc.org/x' }],
  ])('takes an option’s name with a space after it in a title, in prose only where the command needs it: %s', (line, read) => {
    expect(fields(line)).toEqual(read)
  }) // biome-ignore format: a table

  test.each([
    ['/update post section:regional "UNODC trained 30 judges (3-5 Nov)"', { section: 'regional', text: 'UNODC trained 30 judges (3-5 Nov)' }],
    ['/update post section:regional UNODC trained 30 judges (3-5 Nov)', { section: 'regional', text: 'UNODC trained 30 judges (3-5 Nov)' }],
    ['/update post section:what is new UNODC opened an office', { section: 'what is new', text: 'UNODC opened an office' }],
    ['/update post date:8 Nov UNODC held two courses', { date: '8 Nov', text: 'UNODC held two courses' }],
    ['/update post date:8 Nov "UNODC held two courses"', { date: '8 Nov', text: 'UNODC held two courses' }],
    ['/update post section:regional date:8 Nov "UNODC held two courses" place:Vienna', { section: 'regional', date: '8 Nov', text: 'UNODC held two courses', place: 'Vienna' }],
    ['/update edit U1 date:8 Nov "UNODC held two courses in Vienna"', { update: 'U1', date: '8 Nov', text: 'UNODC held two courses in Vienna' }],
    ['/update edit U1 date:8 Nov in Vienna', { update: 'U1', date: '8 Nov in Vienna' }],
    ['/update post section:regional "UNODC trained judges today" text:"UNODC met"', { section: 'regional "UNODC trained judges today"', text: 'UNODC met' }],
    ['/update post place:the "Blue Danube Room"', { place: 'the "Blue Danube Room"' }],
  ])('keeps a text that follows the value of another option: %s', (line, read) => {
    expect(fields(line)).toEqual(read)
  }) // biome-ignore format: a table

  test.each([
    '/meeting schedule "Plenary" organizer:Vienna',
    '/meeting schedule "Plenary", organizer:"Room 3"',
  ])('refuses an option that there is not, after a quoted value: %s', (line) => {
    expect(() => fields(line)).toThrow('There is no option “organizer:”')
  })

  test('leaves such words to a text of several lines, unless what they introduce is quoted too', () => {
    const notes = option.text({ about: '', multiline: true })
    const commands = [{ ...base, name: 'note', options: { text: required(notes) } }]
    const read = (line: string) => readLine([{ name: 'book', about: '', commands }], line)

    expect(read('/book note "A handbook" doi:10.1/x')).toMatchObject({
      fields: { text: '"A handbook" doi:10.1/x' },
    })
    expect(() => read('/book note "A handbook" author:"IMO"')).toThrow('There is no option “author:”')
  })

  test.each([
    ['/update post "A study (3 Nov)” section:"regional"', { text: 'A study (3 Nov)', section: 'regional' }],
    ['/update post “A guide (3 Nov)" section:regional', { text: 'A guide (3 Nov)', section: 'regional' }],
    ['/update post «Un guide» section:regional', { text: 'Un guide', section: 'regional' }],
    ['/update post „Ein Leitfaden“ section:regional', { text: 'Ein Leitfaden', section: 'regional' }],
    ['/update post 「指南」 section:regional', { text: '指南', section: 'regional' }],
    ["/update post 'Tis the season, says UNODC (3 Nov)", { text: "'Tis the season, says UNODC (3 Nov)" }],
    ["/wg show 't Hooft", { wg: "'t Hooft" }],
    ['/wg show ‘Abd al-Rahman', { wg: '‘Abd al-Rahman' }],
  ])('is quoted as their languages do, and an apostrophe opens nothing: %s', (line, read) => {
    expect(fields(line)).toEqual(read)
  })

  test.each([
    [
      '/update post Save the date: UNODC meeting, Vienna (5 Dec)',
      { text: 'Save the date: UNODC meeting, Vienna (5 Dec)' },
    ],
    [
      '/update post Webinar (7 Dec). Registration link: https://unodc.org/reg',
      { text: 'Webinar (7 Dec). Registration link: https://unodc.org/reg' },
    ],
    [
      '/update post Workshop. Venue: Vienna. Date: 5-7 Dec',
      { text: 'Workshop. Venue: Vienna.', date: '5-7 Dec' },
    ],
    ['/update post Judges were trained date: 5 Dec', { text: 'Judges were trained', date: '5 Dec' }],
    [
      '/update post Judges were trained (3 Dec) Section: regional',
      { text: 'Judges were trained (3 Dec)', section: 'regional' },
    ],
    [
      '/update post Judges were trained link:https://un.org',
      { text: 'Judges were trained', link: 'https://un.org' },
    ],
    [
      '/meeting schedule Quarterly meeting start: tomorrow 3pm wg: ETCIP',
      { title: 'Quarterly meeting', start: 'tomorrow 3pm', wg: 'ETCIP' },
    ],
  ])(
    'is text where an ordinary word stands in a sentence, and an option where an option stands: %s',
    (line, read) => {
      expect(fields(line)).toEqual(read)
    },
  )

  test.each([
    ['/wg show ETCIP 2022', { wg: 'ETCIP', on: '2022' }],
    ['/wg show etcip on august 2022', { wg: 'etcip', on: 'august 2022' }],
    ['/wg show etcip on : august 2022', { wg: 'etcip', on: 'august 2022' }],
    ['/wg show ETCIP on：2022', { wg: 'ETCIP', on: '2022' }],
    ['/update edit U3 "new text"', { update: 'U3', text: 'new text' }],
    ['/update edit No. 3 new text', { update: 'No. 3', text: 'new text' }],
    [
      '/update post section:"key issues" UN Women said so',
      { section: 'key issues', text: 'UN Women said so' },
    ],
    ['/meeting move M1 "Thursday 3 pm"', { meeting: 'M1', start: 'Thursday 3 pm' }],
    ['/meeting move M1 to Friday 3pm', { meeting: 'M1', start: 'Friday 3pm' }],
    [
      '/meeting schedule Drones on Friday 9am wg:ETCIP',
      { title: 'Drones', start: 'Friday 9am', wg: 'ETCIP' },
    ],
    [
      '/meeting schedule wg:ETCIP start:"12 Dec 14:30" "Quarterly"',
      { wg: 'ETCIP', start: '12 Dec 14:30', title: 'Quarterly' },
    ],
    ['/meeting rsvp M3 Yes.', { meeting: 'M3', answer: 'yes' }],
  ])('is complete where trailing words complete it: %s', (line, read) => {
    expect(fields(line)).toEqual(read)
  })

  test.each([
    '/wg show CT\u00adED',
    '/wg\u200b show CTED',
    '\u200b/wg show CTED',
    '/wg show C\u200bTED\u200e',
    '› /wg show CTED',
    '$ /wg  show   CTED',
  ])('is read as if what cannot be seen, or was copied with it, were not there: %j', (line) => {
    expect(fields(line)).toEqual({ wg: 'CTED' })
  })

  test.each(['?', 'hi', 'Hello!', 'help me', 'aide'])('%s is answered with help', (line) => {
    expect(readLine(catalog, line)).toMatchObject({ kind: 'help', feature: undefined })
  })

  test('that asks for an action that there is not is not a search', () => {
    expect(() => readLine(catalog, '/wg add-member Jane')).toThrow('has no action “add-member”')
    expect(() => readLine(catalog, '/wg import x.csv')).toThrow('has no action “import”')
    expect(fields('/wg ETCIP')).toEqual({ wg: 'ETCIP' })
  })

  test.each([
    ['Yes.', 'yes'], ['ok', 'yes'], ['👍', 'yes'], ['👍🏽', 'yes'], ['go ahead', 'yes'], ['oui', 'yes'], ['no thanks', 'no'], ['yesterday', undefined], ['', undefined],
    ['是的', 'yes'], ['好的。', 'yes'], ['De acuerdo', 'yes'], ['нет, спасибо', 'no'], ['oui 🙂', 'yes'], ['Ja!', 'yes'], ['go on', 'yes'], ['nein, danke :)', 'no'], ['Ja, bitte!', 'yes'], ['ok thanks', undefined], ['yes 👎', undefined], ['🙂', undefined],
  ] as const)('%s says %s', (typed, said) => {
    expect(assent(typed)).toBe(said)
  }) // biome-ignore format: a table
})

describe('the entry', () => {
  test('takes halves of characters and NUL away, and keeps the joiners of emoji, Persian and Hindi', () => {
    expect(clean('a\ud83db\u0000c')).toBe('abc')
    for (const whole of ['👨‍👩‍👧', 'می‌خواهم', 'क्‍ष', '🏳️‍🌈']) expect(clean(whole)).toBe(whole.normalize('NFC'))
  })
})
