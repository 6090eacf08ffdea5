import { type DialogOptions, formCard } from '../../../../adapters/teams/forms/card.ts'
import { renderPages } from '../../../../adapters/teams/render/message.ts'
import { features } from '../../../../commands/index.ts'
import { commandWords } from '../../../../src/core/catalog.ts'
import { formOf } from '../../../../src/core/form.ts'
import type { Json } from '../../../../src/core/json.ts'
import {
  block,
  bold,
  button,
  code,
  link,
  type Message,
  message,
  moment,
  person,
  rich,
} from '../../../../src/core/message.ts'
import { awkward, family } from '../../messages/shownMessage.ts'
import { focal, secretariat, world } from '../../world.ts'

export interface NamedCard {
  readonly name: string
  readonly card: Json
}

type Named<T> = readonly (readonly [name: string, what: T])[]

const at = new Date('2026-12-12T22:30:00Z')
const options = { carry: () => '1|help', operation: 'op1', viewers: ['29:a', '29:b'] }

function messageCards(messages: Named<Message>): readonly NamedCard[] {
  return messages.flatMap(([name, made]) =>
    renderPages(made, options).flatMap(({ card }, page) =>
      card ? [{ name: page === 0 ? name : `${name}, page ${page + 1}`, card }] : [],
    ),
  )
}

/** Messages of every kind of block, and with awkward texts. */
export function kindCards(): readonly NamedCard[] {
  return messageCards(everyKind())
}

function everyKind(): Named<Message> {
  const times = (['full', 'day', 'time'] as const).map((style) => [moment(at, 'Europe/Vienna', style)])
  const zone = moment(at, 'America/Port-au-Prince')
  const table = block.table(
    ['Name', 'Since'],
    [
      ['Ana', '2019'],
      ['*b*', times[0] ?? ''],
    ],
  )
  const blocks = message(
    'S',
    block.heading('Heading'),
    block.list(['One', [bold('Two')]]),
    block.fields([
      ['Label', 'value'],
      ['b', ''],
    ]),
    block.fields([['Who', [person('Ana', 'a@x.example')]]]),
    table,
    { kind: 'image', url: 'https://x.example/i.png', alt: 'A chart' },
    block.file('report.docx', 'application/x', 'content'),
    block.buttons(button('Go', 'x', {}, 'primary'), button('No', 'x', {}, 'danger'), {
      ...button('Fill in', 'x'),
      ask: true,
    }),
  )
  return [
    ['blocks', { ...blocks, card: 'meeting:12' }],
    ['times', message('', block.list(times))],
    [
      'looks',
      message(
        rich`a ${bold('bold word')}, ${code('code')}, ${link('a link', 'https://x.example/(1)')} and ${bold('(x)')}${person('Ana', 'a@x.example')} ${zone}`,
      ),
    ],
    ...awkward.map(
      (text) => [`text ${text}`, message('', block.text(text), block.text([bold(text)]))] as const,
    ),
    ...awkward.map(
      (text) =>
        [
          `moment ${text}`,
          message('', block.text(rich`${text} ${zone}`), block.heading(text), block.fields([[text, text]])),
        ] as const,
    ),
    [
      'long',
      message(
        'Long',
        block.text('word '.repeat(9000)),
        block.heading(family.repeat(1000)),
        block.list(Array.from({ length: 300 }, () => `${family} *x*`)),
        block.table(
          ['a', 'b'],
          Array.from({ length: 200 }, () => ['1', '2']),
        ),
      ),
    ],
    [
      'buttons',
      message(
        'S',
        block.buttons(...Array.from({ length: 20 }, (_, n) => button(`${n} ${'b'.repeat(60)}`, 'x'))),
      ),
    ],
  ]
}

/** What the bot answers to every example of its catalogue, and what it tells others then. */
export async function exampleCards(): Promise<readonly NamedCard[]> {
  const here = await world()
  try {
    const answers: [string, Message][] = []
    await here.say(secretariat, '/newsletter open Nov-Dec 2026 closes:"5 Jan 2027"')
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    for (const line of features.flatMap(({ commands }) => commands.flatMap(({ examples }) => examples)))
      answers.push([line, (await here.say(secretariat, line)).answer.message])
    const told = here.delivered.map(({ to, message: made }) => [`to ${to}`, made] as const)
    const said = here.announced.map(({ channel, message: made }) => [`in ${channel}`, made] as const)
    return messageCards([...answers, ...told, ...said])
  } finally {
    await here.end()
  }
}

/** The form of every command that has options, empty and with a problem at each of them. */
export function formCards(): readonly NamedCard[] {
  return features.flatMap((feature) =>
    feature.commands.flatMap((command) => {
      const words = commandWords(feature, command)
      const form = formOf(features, words, {})
      if (!form) return []
      const state: DialogOptions['state'] = { verb: 'form', command: words, o: 'op1', draft: 'draft1' }
      const problems = Object.fromEntries(form.fields.map(({ name }) => [name, '{{DATE(*wrong*']))
      return [
        { name: `form ${words}`, card: formCard(form, { state, about: command.about }) },
        { name: `form ${words} refused`, card: formCard(form, { state, note: '*No*', problems }) },
      ]
    }),
  )
}
