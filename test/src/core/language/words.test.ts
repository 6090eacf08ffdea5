import { describe, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'
import { refusedLine } from '../../../support/refusedLine.ts'

describe('words for those whom the directory lists', () => {
  test.each([
    ['people', 'find', {}],
    ['persons', 'find', {}],
    ['observers', 'list', { kind: 'observer' }],
    ['members', 'list', { kind: 'member' }],
    ['seats', 'vacancies', {}],
    ['focal points', 'find', { query: 'focal point' }],
    ['focal points CTED', 'find', { query: 'focal point of CTED' }],
    ['observers ETCIP', 'card', { name: 'ETCIP' }],
    ['people of CTED', 'card', { name: 'CTED' }],
    ['ETCIP members', 'card', { name: 'ETCIP' }],
    [
      'مكتب الأمم المتحدة المعني بالمخدرات والجريمة',
      'card',
      { name: 'مكتب الأمم المتحدة المعني بالمخدرات والجريمة' },
    ],
  ])('“%s”', (typed, name, fields) => {
    const read = readLine(features, typed)
    expect(read.kind === 'command' && [read.feature.name, read.command.name, read.fields]).toEqual([
      'directory',
      name,
      fields,
    ])
  })
})

describe('what hurried people type', () => {
  test.each([
    ['who’s coming thursday', 'meeting show', { meeting: 'thursday' }],
    ['who’s coming monday 14', 'meeting show', { meeting: 'monday 14' }],
    ['add IRD to the list of members', 'wg join', { entity: 'IRD' }],
    ['add IRD to the list of observers of ETCIP', 'wg join', { wg: 'ETCIP', entity: 'IRD', as: 'observer' }],
    ['amr meets every 2nd tuesday', 'meeting schedule', { wg: 'AMR', repeat: 'every 2nd tuesday' }],
    [
      'ETCIP meets on Tuesdays at 10',
      'meeting schedule',
      { wg: 'ETCIP', start: 'tuesday 10', repeat: 'every tuesday' },
    ],
    ['/meeting cancel M1 confirm:yes sorry all', 'meeting cancel', { meeting: 'M1', reason: 'sorry all' }],
    ['/meeting cancel M1 no quorum', 'meeting cancel', { meeting: 'M1', reason: 'no quorum' }],
    [
      'pls cancel weds, half of them are travelling',
      'meeting cancel',
      { meeting: 'wednesday', reason: 'half of them are travelling' },
    ],
    ['need a slot w/ ETCIP week of 7 dec', 'meeting suggest', { wg: 'ETCIP', between: 'week of 7 dec' }],
    [
      'ETCIP poll 9 Dec 10 or 3, 10 Dec 9:30',
      'meeting poll',
      { title: 'ETCIP meeting', wg: 'ETCIP', slots: '9 Dec 10 or 3, 10 Dec 9:30' },
    ],
    ['remind me 2moro at 9 to call Lauren', 'reminder add', { text: 'call Lauren', at: '2moro at 9' }],
    [
      '/project add "2Morrow Initiative" lead:WHO',
      'project add',
      { title: '2Morrow Initiative', lead: 'WHO' },
    ],
    ['close the issue 15 jan instead', 'newsletter extend', { closes: '15 jan' }],
    [
      '/newsletter extend Nov-Dec closes:22 Dec',
      'newsletter extend',
      { period: 'Nov-Dec', closes: '22 Dec' },
    ],
    ['/newsletter extend annual closes:22 Dec', 'newsletter extend', { period: 'annual', closes: '22 Dec' }],
    ['/newsletter extend Nov-Dec 15 Jan', 'newsletter extend', { period: 'Nov-Dec', closes: '15 Jan' }],
    [
      '/newsletter extend Nov-Dec 15 Jan 2027',
      'newsletter extend',
      { period: 'Nov-Dec', closes: '15 Jan 2027' },
    ],
    [
      '/newsletter extend Nov-Dec 2026 to 22 Dec',
      'newsletter extend',
      { period: 'Nov-Dec 2026', closes: '22 Dec' },
    ],
    [
      'add Marta Ilves marta@iom.example focal pt IOM',
      'directory add',
      { name: 'Marta Ilves', email: 'marta@iom.example', entity: 'IOM', title: 'Focal point' },
    ],
    ['approve everything from UNODC', 'update list', { status: 'proposed', entity: 'UNODC' }],
    ['change UNICRI to retired from 1 jan', 'directory retire', { entity: 'UNICRI', on: '1 jan' }],
    ['what groups are we in', 'profile show', {}],
    ['qui vient jeudi 16 ?', 'meeting show', { meeting: 'jeudi 16' }],
    [
      'je serai en retard de 20 min le 16 déc',
      'meeting rsvp',
      { answer: 'yes', note: 'en retard de 20 min', meeting: '16 déc' },
    ],
    ['absente du 21 au 31 décembre', 'profile away', { days: '21 - 31 décembre' }],
    ['la liste des observateurs svp', 'directory list', { kind: 'observer' }],
    ['réunion ETCIP quand ?', 'meeting list', { wg: 'ETCIP' }],
    ['bonjour, quand est la prochaine réunion ETCIP ?', 'meeting show', { meeting: 'next ETCIP' }],
    ['je ne peux pas venir mardi', 'meeting rsvp', { meeting: 'mardi', answer: 'no' }],
    ['rappel lundi 9h envoyer le rapport', 'reminder add', { text: 'envoyer le rapport', at: 'lundi 9h' }],
    ['quels sont les observateurs de ETCIP', 'directory card', { name: 'ETCIP' }],
    ['list entities w/o focal point', 'directory check', {}],
    [
      'add item lessons from Lyon, 15 min, presenter UNOCT',
      'meeting agenda',
      { item: 'lessons from Lyon', minutes: '15', presenter: 'UNOCT' },
    ],
    [
      'focal point of IMO is now Lee Chan lee@imo.example',
      'directory add',
      { name: 'Lee Chan', email: 'lee@imo.example', entity: 'IMO', title: 'Focal point' },
    ],
    ['push tuesdays call to thurs 3', 'meeting move', { meeting: 'tuesdays call', start: 'thurs 3' }],
    ['people ohchr', 'directory card', { name: 'OHCHR' }],
    ['WHO and FAO', 'directory card', { name: 'WHO and FAO' }],
    ['/update U1', 'update show', { update: 'U1' }],
    ['LIB2', 'library show', { item: 'LIB2' }],
    ['/library LIB2', 'library show', { item: 'LIB2' }],
    ['drop OCHA from the list of observers of ETCIP', 'wg leave', { wg: 'ETCIP', entity: 'OCHA' }],
    ['put iom in etcip', 'wg join', { wg: 'ETCIP', entity: 'iom' }],
  ])('“%s”', (typed, words, fields) => {
    const read = readLine(features, typed)
    expect(
      read.kind === 'command' && [
        `${read.feature.name} ${read.command.group ?? read.command.name}`,
        read.fields,
      ],
    ).toEqual([words, fields])
  })

  test('a group, a time and words behind “meeting” may be a meeting to schedule', () => {
    const [first] = refusedLine(features, 'meeting ETCIP 3 Dec 2pm drones').buttons
    expect(first).toMatchObject({
      command: 'meeting schedule',
      values: { title: 'drones', wg: 'ETCIP', start: '3 Dec 2pm' },
    })
    const [second] = refusedLine(features, 'meeting etcip tomorrow 3pm').buttons
    expect(second).toMatchObject({ values: { wg: 'etcip', start: 'tomorrow 3pm' }, ask: true })
  })

  test('a slip in the name of an action behind a slash is offered as that action, a letter as an update', () => {
    expect(refusedLine(features, '/poast IPU hosted 12 MPs in Rabat (5 Nov)').buttons).toMatchObject([
      { command: 'update post', values: { text: 'IPU hosted 12 MPs in Rabat (5 Nov)' } },
    ])
    const letter =
      'Dear colleagues, please find our input: UNODC and WCO trained 35 officers in Asunción, Paraguay (17 Nov). Best, Maria'
    expect(refusedLine(features, letter).buttons).toMatchObject([{ command: 'update post' }])
  })

  test('a thing is not put into a group', () => {
    expect(readLine(features, 'put the budget in euros')).toMatchObject({ feature: { name: 'help' } })
  })

  test('days alone are offered as those of meetings, and of an absence', () => {
    expect(readLine(features, 'over christmas')).toMatchObject({
      guesses: [
        { command: 'meeting list', values: { in: '24 December to 1 January' } },
        { command: 'profile away', values: { days: '24 December to 1 January' } },
      ],
    })
    expect(() => readLine(features, '/meeting list in:"over christmas"')).not.toThrow()
  })
})

describe('words behind a value', () => {
  test('that is not in quotes are not said to stand behind one', () => {
    const { message } = refusedLine(features, '/library add "Guide" link:https://a.example and more')
    expect(message).toContain('“and more” stands behind the value of link: “https://a.example”')
  })

  test.each([
    '/update edit U1 link:https://one.example and https://two.example',
    '/update edit U1 link:https://one.example https://two.example',
  ])('with a second address ask which one is meant: %s', (typed) => {
    const { message, buttons } = refusedLine(features, typed)
    expect(message).toContain('link: takes one address, so nothing was changed. Which of these 2 is it?')
    expect(buttons.map(({ values }) => values?.['link'])).toEqual([
      'https://one.example',
      'https://two.example',
    ])
  })

  test('with somebody in them are no place', () => {
    const { message, buttons } = refusedLine(
      features,
      '/update post "UNODC trained judges in the capital" date:"12 Nov" in Quito with CTED',
    )
    expect(message).toContain('“in Quito with CTED” stands behind the closing quote of date:')
    expect(buttons[0]?.values).toMatchObject({
      text: 'UNODC trained judges in the capital in Quito with CTED',
    })
  })
})
