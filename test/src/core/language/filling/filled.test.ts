import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import {
  filledButton,
  filledFrom,
  sureLook,
  worthOffering,
} from '../../../../../src/core/language/filling/filled.ts'
import { type Names, thingsIn } from '../../../../../src/core/language/filling/things.ts'
import { wordsOfLine } from '../../../../../src/core/language/filling/words.ts'

const called = (names: string) => new Map(names.split(' ').map((name) => [name.toLowerCase(), name]))

const names: Names = {
  entities: called('WHO CTED IMO INTERPOL UNODC FATF'),
  groups: called('ETCIP BMLE'),
  people: ['Marta Silva', 'Paul Okello'],
  meetings: [
    { title: 'Rail security workshop', value: 'M1' },
    { title: 'Quarterly meeting', value: 'M2' },
  ],
  records: [
    { title: 'Book the interpreters', value: { prefix: 'A', text: 'A2' } },
    { title: 'CTED visited Ghana', value: { prefix: 'U', text: 'U3' } },
  ],
  items: [{ title: 'Threat picture', value: { text: 'Threat picture', meeting: 'M1' } }],
  sections: new Map([
    ['visits', 'high-level-events'],
    ['what is new', 'what-is-new'],
    ['new', 'what-is-new'],
  ]),
}

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'UTC' }

function read(line: string) {
  const words = wordsOfLine(line)
  const things = thingsIn(line, words, names, here)
  return filledFrom(features, line, { words, things, self: { entity: 'CTED', person: 'ana@cted.example' } })
}

const first = (line: string) => {
  const [best] = read(line)
  return best && filledButton(best)
}

describe('a command is filled in from a free sentence', () => {
  test.each([
    ['the chair of ETCIP is CTED', 'wg appoint', { wg: 'ETCIP', role: 'chair', entity: 'CTED' }],
    ['BMLE has a new vice-chair: WHO', 'wg appoint', { wg: 'BMLE', role: 'vice-chair', entity: 'WHO' }],
    ['INTERPOL no longer chairs ETCIP', 'wg release', { wg: 'ETCIP', role: 'chair', entity: 'INTERPOL' }],
    ['let me chair ETCIP', 'wg appoint', { wg: 'ETCIP', role: 'chair', entity: 'CTED' }],
    ['IMO wants in on ETCIP as an observer', 'wg join', { wg: 'ETCIP', entity: 'IMO', as: 'observer' }],
    ['put a quarter of an hour on cyber incidents into M1', 'meeting agenda add', { meeting: 'M1', item: 'cyber incidents', minutes: 'a quarter of an hour' }],
    ['remove Threat picture from the agenda', 'meeting agenda remove', { meeting: 'M1', item: 'Threat picture' }],
    ['M1 starts half an hour later', 'meeting move', { meeting: 'M1', start: 'half an hour later' }],
    ['the room for the workshop is B-114', 'meeting edit', { meeting: 'M1', place: 'B-114' }],
    ['mark the interpreters as done', 'meeting action done', { action: 'A2' }],
    ['take A1 off UNODC and give it to INTERPOL', 'meeting action hand-over', { action: 'A1', owner: 'INTERPOL' }],
    ['put the Ghana item under Visits', 'update move', { update: 'U3', section: 'high-level-events' }],
    ['Paul Okello has a new number, +33 4 72 00 11 22', 'directory edit person', { person: 'Paul Okello', phone: '+33 4 72 00 11 22' }],
    ['remind me 1 day before rail to pack', 'reminder add', { text: 'pack', at: '1 day before M1' }],
    ['bitte verschiebe M1 auf Freitag 10 Uhr', 'meeting move', { meeting: 'M1', start: 'Freitag 10 Uhr' }],
    ['WHO takes A2 over from CTED', 'meeting action hand-over', { action: 'A2', owner: 'WHO' }],
    ['bring the workshop forward to Wednesday 2 December 11:00', 'meeting move', { meeting: 'M1', start: 'Wednesday 2 December 11:00' }],
    ['FATF steps back from BMLE on 31 December', 'wg leave', { wg: 'BMLE', entity: 'FATF', on: '31 December' }],
    ['remind everyone of ETCIP about Friday', 'reminder add', { text: 'Friday', for: 'wg', wg: 'ETCIP' }],
    ['¿puedes cancelar M1?', 'meeting cancel', { meeting: 'M1' }],
    ['أضف WHO إلى ETCIP', 'wg join', { wg: 'ETCIP', entity: 'WHO' }],
    ['zeig mir die Tagesordnung von M1', 'meeting agenda show', { meeting: 'M1' }],
    ['show me everything about Ghana', 'update list', { words: 'Ghana' }],
    ['añade WHO a ETCIP como observador', 'wg join', { wg: 'ETCIP', entity: 'WHO' }],
  ])('%s', (line, command, values) => {
    expect(first(line)).toMatchObject({ command, values })
  }) // biome-ignore format: a table

  test('and what it lacks, or was not taken, opens its form', () => {
    expect(first('nudge me an hour ahead of the quarterly')).toMatchObject({
      command: 'reminder add',
      values: { at: 'an hour before M2' },
      ask: true,
    })
    const [best] = read('invite FATF along to M1')
    expect(best?.untaken).toEqual(['along'])
    expect(best && filledButton(best)).toMatchObject({ values: { meeting: 'M1', invite: 'FATF' }, ask: true })
  })

  test('but a list of a record is left to its form, since what is named would replace the whole of it', () => {
    const edit = read('add WHO to U3').find(({ command }) => command.name === 'edit')
    expect(edit?.fields).toEqual({ update: 'U3' })
  })

  test('and a word that names a section only in its place is none elsewhere', () => {
    const words = wordsOfLine('add a new person')
    expect(thingsIn('add a new person', words, names, here)).toEqual([])
  })
})

describe('what is offered', () => {
  test('is little, and nothing for what tells something else', () => {
    expect(worthOffering(read('will it rain in Geneva tomorrow afternoon'), true)).toEqual([])
    expect(worthOffering(read('who sits in ETCIP for FATF'), false).length).toBeLessThan(4)
  })

  test.each([
    'the interpreters are booked',
    'the handbook was well received in Vienna',
    'push the guidelines to 11 December',
    'let everybody know that the papers are out',
  ])('is no look for what is left over of an order or a statement: %s', (line) => {
    expect(read(line).filter(({ command, leftOver }) => !command.changes && leftOver > 0)).toEqual([])
  })

  test('has no text that is the first word, a joint or a point that stands on the agenda', () => {
    const items = read('let IMO go first on the agenda of M1').map(({ fields }) => fields['item'])
    expect(new Set(items)).toEqual(new Set([undefined, 'go first']))
  })

  test('is answered at once only where it is a look that takes every word', () => {
    expect(sureLook(read('who do I write to at FATF'))?.fields).toEqual({ name: 'FATF' })
    expect(sureLook(read('nobody needs M1 any more'))).toBeUndefined()
    expect(sureLook(read('who chairs ETCIP for FATF'))).toBeUndefined()
  })

  test('is read from no longer line than somebody asks in, in time that grows with its length', () => {
    expect(wordsOfLine('put it on the agenda '.repeat(40))).toEqual([])
    const began = performance.now()
    read('on Friday or next week at 9 or 10 or in December '.repeat(6).slice(0, 290))
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
