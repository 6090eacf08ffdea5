import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { concerned } from '../../../commands/records/concerned.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { further, prepare, walked } from '../../support/lines/changes.ts'
import { buttonLike, goAhead, press, sayIt } from '../../support/lines/pressed.ts'
import { tellsItsAuthor, toldElsewhere, toldLines, toldToAll } from '../../support/lines/told.ts'
import { tryPresses } from '../../support/lines/tryPresses.ts'
import { plainMessage } from '../../support/plain.ts'
import { type Delivery, type World, world } from '../../support/world.ts'

const tests = fileURLToPath(new URL('../', import.meta.url))

function wordsOf(line: string): string {
  const typed = readLine(features, line)
  return typed.kind === 'command' ? commandWords(typed.feature, typed.command) : ''
}

const changing = features.flatMap((one) =>
  one.commands.filter(({ changes }) => changes).map((command) => commandWords(one, command)),
)

describe('of every command that changes something', () => {
  test('it is written down whom that concerns, or why nobody is told', () => {
    expect(changing.filter((words) => !Object.hasOwn(concerned, words))).toEqual([])
    expect(Object.keys(concerned).filter((words) => !changing.includes(words))).toEqual([])
  })

  test('a test looks at who is told, where anybody is', () => {
    const lines = [...toldLines, ...toldToAll].filter(
      ([, , told]) => typeof told === 'number' || told.length > 0,
    )
    const said = new Set(lines.map(([, line]) => wordsOf(line)))
    const telling = Object.keys(concerned).filter((words) => 'told' in (concerned[words] ?? {}))
    expect(telling.filter((words) => !said.has(words) && !Object.hasOwn(toldElsewhere, words))).toEqual([])
    for (const [words, file] of Object.entries(toldElsewhere)) {
      expect([words, existsSync(tests + file) && readFileSync(tests + file, 'utf8').includes(words)]).toEqual(
        [words, true],
      )
    }
  })
})

const named = ({ to, message }: Delivery) => `${to}: ${plainMessage(message)}`

function readersOf(told: readonly Delivery[]): readonly string[] {
  return told.map(({ to }) => to).toSorted()
}

/** What was delivered to people by an action. */
async function toldBy<R>(here: World, act: () => Promise<R>) {
  const start = here.delivered.length
  const reply = await act()
  return { reply, told: here.delivered.slice(start) }
}

/** Nobody is told of what they did, nor the same twice, and whoever reads a notice may do what it offers. */
async function seemly(here: World, [who, line]: readonly [string, string], told: readonly Delivery[]) {
  if (!tellsItsAuthor.includes(wordsOf(line))) expect(readersOf(told)).not.toContain(who)
  expect(told.map(named)).toEqual([...new Set(told.map(named))])
  for (const { to, message } of told.slice(0, 3)) {
    const offered = message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    if (offered.length === 0) continue
    await tryPresses(here, to, async (press) => {
      for (const button of offered) {
        const tried = await press(button)
        const refused = tried instanceof UserError ? tried.message : ''
        expect([to, button.label, refused]).toEqual([to, button.label, ''])
      }
    })
  }
}

describe('a change', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await prepare(here)
  })
  afterAll(() => here.end())

  test.each([...walked, ...further])(
    'tells nobody whom it does not concern, and its undo the same people, each time: by %s: %s',
    async (who, line) => {
      const { reply, told } = await toldBy(here, () => sayIt(here, who, line))
      const concerns = concerned[wordsOf(line)]
      if (reply.outcome !== 'done' || concerns === undefined || 'nobody' in concerns) expect(told).toEqual([])
      await seemly(here, [who, line], told)

      const undo = buttonLike(reply, /^Undo/)
      if (undo === undefined) return
      const back = await toldBy(here, async () => goAhead(here, who, await press(here, who, undo)))
      await seemly(here, [who, line], back.told)
      expect([...new Set(readersOf(back.told))]).toEqual([...new Set(readersOf(told))])
      if (told.length === 0) return

      // The clock stands still: what is said once more is said all the same.
      const again = await toldBy(here, () => sayIt(here, who, line))
      expect(readersOf(again.told)).toEqual(readersOf(told))
      const undoAgain = buttonLike(again.reply, /^Undo/)
      const backAgain = await toldBy(
        here,
        async () => undoAgain && goAhead(here, who, await press(here, who, undoAgain)),
      )
      expect(readersOf(backAgain.told)).toEqual(readersOf(back.told))
    },
  )
})

describe('told of a change is whom it concerns, and nobody else', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await prepare(here)
  })
  afterAll(() => here.end())

  test.each([...toldToAll, ...toldLines])('by %s: %s', async (who, line, expected) => {
    const { reply, told } = await toldBy(here, () => sayIt(here, who, line))
    expect(reply.outcome, reply.text).toBe('done')
    if (typeof expected === 'number') expect(told.length).toBe(expected)
    else expect([...new Set(readersOf(told))]).toEqual(expected.toSorted())
    await seemly(here, [who, line], told)
  })
})
