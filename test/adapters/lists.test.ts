import { expect, test } from 'vitest'

import { bodyOf, renderPages as discordPages } from '../../adapters/discord/render/message.ts'
import { renderPages as slackPages } from '../../adapters/slack/render/message.ts'
import { renderPages as teamsPages } from '../../adapters/teams/render/message.ts'
import { renderText } from '../../adapters/terminal/render/message.ts'
import { array, type Json, object } from '../../src/core/json.ts'
import { type Button, block, button, type Message, message } from '../../src/core/message.ts'
import { wrongOf } from '../support/discord/rules/limits.ts'
import { violations as slackViolations } from '../support/slack/limits.ts'
import { violations as teamsViolations } from '../support/teams/far/limits.ts'

/** So many answers to one question, each as long as the name of a section is. */
function asking(count: number): Message {
  const names = Array.from(
    { length: count },
    (_, at) => `Collaboration with civil society, academia and sector ${at + 1}`,
  )
  return message('Which?', block.choices(names.map((name) => button(name, 'update move', { section: name }))))
}

/** As much as a choice may carry on all of the platforms. */
const carried = ({ values }: Button) => String(values['section']).replace(/\D+/, 'c').padEnd(100, '.')

/** What stands to be pressed or chosen: for each row of buttons and for each list, the values in their order. */
interface Laid {
  readonly rows: readonly (readonly string[])[]
  readonly lists: readonly (readonly string[])[]
}

const platforms: Readonly<Record<string, (made: Message) => Laid>> = {
  slack(made) {
    const blocks = slackPages(made, { buttonValue: carried }).flatMap((page) => page.blocks)
    expect(slackViolations(blocks)).toEqual([])
    const elements = blocks.flatMap((one) =>
      one.type === 'actions' ? [array(object(one)['elements']).map(object)] : [],
    )
    return laidOf(elements, 'static_select', 'options')
  },
  teams(made) {
    const cards = teamsPages(made, { carry: carried, operation: 'o' }).map(({ card }) => object(card))
    expect(cards.flatMap(teamsViolations)).toEqual([])
    const body = cards.flatMap((card) => array(card['body']).map(object))
    const lists = body.filter(({ type }) => type === 'Input.ChoiceSet')
    const rows = body
      .filter(({ type }) => type === 'ActionSet')
      .map(({ actions }) => array(actions).map(object))
    return {
      lists: lists.map(({ choices }) => valuesOf(choices)),
      // The button beside a list sends what is chosen there.
      rows: rows
        .map((row) => row.map(({ data }) => nameOf(object(data)['b'])))
        .filter(([first]) => first !== ''),
    }
  },
  discord(made) {
    const bodies = discordPages(made, { customId: carried }).map((page) => bodyOf(page))
    expect(bodies.flatMap(wrongOf)).toEqual([])
    const rows = bodies.flatMap((body) =>
      array(object(body)['components']).map((row) => array(object(row)['components']).map(object)),
    )
    return {
      lists: rows.flatMap((row) => (row[0]?.['options'] ? [valuesOf(row[0]['options'])] : [])),
      rows: rows.flatMap((row) => (row[0]?.['options'] ? [] : [row.map((one) => nameOf(one['custom_id']))])),
    }
  },
}

function laidOf(rows: readonly (readonly Json[])[], list: string, options: string): Laid {
  return {
    lists: rows.flatMap((row) => (row[0]?.['type'] === list ? [valuesOf(row[0][options])] : [])),
    rows: rows.flatMap((row) => (row[0]?.['type'] === list ? [] : [row.map((one) => nameOf(one['value']))])),
  }
}

function valuesOf(options: unknown): readonly string[] {
  return array(options).map((one) => nameOf(object(one)['value']))
}

const nameOf = (value: unknown) => String(value).replace(/\.+$/, '')

const upTo = (count: number) => Array.from({ length: count }, (_, at) => `c${at + 1}`)

test.each(Object.keys(platforms))(
  'on %s up to five answers stand side by side, and six to twenty-five are one list',
  (platform) => {
    for (const count of [1, 2, 5]) {
      const { rows, lists } = platforms[platform]?.(asking(count)) ?? never()
      expect(lists).toEqual([])
      expect(rows.flat()).toEqual(upTo(count))
    }
    for (const count of [6, 9, 24, 25])
      expect(platforms[platform]?.(asking(count))).toEqual({ rows: [], lists: [upTo(count)] })
  },
)

test.each([
  ['slack', 26, { rows: [], lists: [upTo(26)] }],
  ['discord', 26, { rows: [], lists: [upTo(25), ['c26']] }],
])('on %s %i answers are as few lists as the platform takes', (platform, count, laid) => {
  expect(platforms[platform]?.(asking(count))).toEqual(laid)
})

test.each([
  ...Object.keys(platforms).map((name) => [name, 26] as const),
  ...Object.keys(platforms).map((name) => [name, 130] as const),
])('on %s none of %i answers is left out, and none stands twice', (platform, count) => {
  const { rows, lists } = platforms[platform]?.(asking(count)) ?? never()
  expect([...lists.flat(), ...rows.flat()]).toEqual(upTo(count))
})

test('on the terminal every answer has its number, however many they are', () => {
  for (const count of [1, 6, 25, 26]) {
    const shown = renderText(asking(count), { colour: false, width: 0, numbered: true })
    expect([...shown.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))).toEqual(
      upTo(count).map((_, at) => at + 1),
    )
  }
})

function never(): never {
  throw new Error('no such platform')
}
