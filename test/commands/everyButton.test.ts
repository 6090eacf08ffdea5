import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../commands/index.ts'
import { identify } from '../../db/directory/identify.ts'
import { homePage } from '../../src/bot/home.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Button, Message } from '../../src/core/message.ts'
import { after, before, openings } from '../support/lines/storeOfAll.ts'
import { type PressOutcome, type TryPress, tryPresses } from '../support/lines/tryPresses.ts'
import { buttonsOf } from '../support/messages/shownMessage.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')
const observer = focal('ipu')
const outsider = focal('unaoc')

/** Lines that nobody may be right with: the record of another kind, an action that there is not, a slip, nothing. */
const refusals = [
  '/meeting silence M1', '/meeting silence U1', '/meeting agenda frob ETCIP', '/meeting agenda ETCIP', '/meeting action ETCIP',
  '/meeting rsvp M1', '/meeting rsvp M99', 'cancle M1', '/meeting cancle M1', '/meeting lits U1', 'list M1',
  '/directory lits U1', '/directory retire seat R1', '/wg join U1', '/wg leave M1', '/wg hsow U1', '/wg frob M1',
  '/reminder stop M1', '/reminder resume M1', '/newsletter subscribers frob', '/newsletter subscribers adn frob', '/profile lnik Ann',
  '/update M9', '/recommendation status S1', '/meeting end S1', '/meeting resolve U1',
] // biome-ignore format: a table

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of before) await typed(who, line)
  await here.turn('2026-11-25T09:00:00Z')
  for (const [who, line] of after) await typed(who, line)
})
afterAll(() => here.end())

async function typed(who: string, line: string): Promise<void> {
  const reply = await here.say(who, line)
  expect([line, reply.outcome, reply.text]).toEqual([line, 'done', reply.text])
}

async function home(who: string): Promise<Message> {
  const db = here.database.store.kysely
  const now = here.clock.now()
  const caller = await identify(
    db,
    { platform: 'terminal', tenant: 'local', account: who, vouchedEmail: who },
    now,
  )
  return homePage(features, db, caller, now, (error) => {
    throw error
  })
}

function named({ label, command, values }: Button): string {
  return `[${label}] /${command} ${JSON.stringify(values)}`
}

/** Presses every button of a message and, where that answers, every button of the answer; what is refused is told. */
async function faultsOf(
  who: string,
  from: string,
  message: Message,
  pressed: Set<string>,
): Promise<string[]> {
  const faults: string[] = []
  const fresh = buttonsOf(message).filter((first) => !pressed.has(JSON.stringify(first)))
  if (fresh.length === 0) return faults
  await tryPresses(here, who, async (press) => {
    for (const first of fresh) {
      if (pressed.has(JSON.stringify(first))) continue
      pressed.add(JSON.stringify(first))
      const path = `${from} ${named(first)}`
      const behind: string[] = []
      const tried = await press(first, async (answer, pressThen) => {
        if (answer instanceof UserError) return
        for (const then of buttonsOf(answer.message)) {
          const key = JSON.stringify([first.command, then])
          if (pressed.has(JSON.stringify(then)) || pressed.has(key)) continue
          pressed.add(key)
          behind.push(...(await refusalOf(`${path} ${named(then)}`, then, await pressThen(then), pressThen)))
        }
      })
      faults.push(...(await refusalOf(path, first, tried, press)), ...behind)
    }
  })
  return faults
}

async function refusalOf(
  path: string,
  last: Button,
  tried: PressOutcome,
  press: TryPress,
): Promise<string[]> {
  if (tried instanceof UserError) {
    // Asked which one is meant, people press one of those that are offered.
    if (tried.buttons.length === 0) return [`${path}: ${tried.message}`]
    const faults: string[] = []
    for (const one of tried.buttons) {
      const then = await press(one)
      if (then instanceof UserError) faults.push(`${path} ${named(one)}: ${then.message}`)
    }
    return faults
  }
  if (tried.outcome !== 'done' && tried.outcome !== 'asked')
    return [`${path}: ${JSON.stringify(tried.message.summary)}`]
  if (!last.ask) return []
  // Whoever may not send a form is offered none.
  const sent = await press({ ...last, ask: false })
  const forbidden =
    sent instanceof UserError && /^Only |alone\.$|may (?:change|do|read)|for coordinators/.test(sent.message)
  return forbidden ? [`${path}, sent: ${sent.message}`] : []
}

/** Presses buttons of a message that were not pressed before; what is refused is told. */
async function refusalsOf(
  who: string,
  from: string,
  buttons: readonly Button[],
  pressed: Set<string>,
): Promise<string[]> {
  const fresh = new Map(buttons.map((one) => [JSON.stringify(one), one]))
  for (const key of pressed) fresh.delete(key)
  for (const key of fresh.keys()) pressed.add(key)
  const faults: string[] = []
  if (fresh.size === 0) return faults
  await tryPresses(here, who, async (press) => {
    for (const one of fresh.values())
      faults.push(...(await refusalOf(`${from} ${named(one)}`, one, await press(one), press)))
  })
  return faults
}

describe('every button that is offered works or opens a form', () => {
  test.each([
    ['a member', member],
    ['a chair', chair],
    ['an observer', observer],
    ['somebody of no group', outsider],
    ['the secretariat', secretariat],
  ])(
    'for %s',
    async (_, who) => {
      const pressed = new Set<string>()
      const faults = await faultsOf(who, 'home', await home(who), pressed)
      for (const line of openings) {
        const reply = await here.say(who, line)
        faults.push(...(await faultsOf(who, line, reply.answer.message, pressed)))
      }
      expect(pressed.size).toBeGreaterThan(60)
      expect(faults).toEqual([])
    },
    120_000,
  )

  test.each([
    ['a member', member],
    ['a chair', chair],
    ['the secretariat', secretariat],
  ])('in what is refused to %s', async (_, who) => {
    const pressed = new Set<string>()
    const faults: string[] = []
    for (const line of refusals) {
      const reply = await here.say(who, line)
      expect([line, reply.outcome]).not.toEqual([line, 'done'])
      faults.push(...(await refusalsOf(who, line, buttonsOf(reply.answer.message), pressed)))
    }
    expect(pressed.size).toBeGreaterThan(15)
    expect(faults).toEqual([])
  })

  test('in what was delivered', async () => {
    const pressed = new Map<string, Set<string>>()
    const faults: string[] = []
    for (const { to, message } of here.delivered) {
      const seen = pressed.get(to) ?? new Set()
      pressed.set(to, seen)
      // What is the same for many is tried with three of them.
      if (pressed.size > 12 && seen.size === 0 && ![member, chair, observer, secretariat].includes(to))
        continue
      // A delivered message stays as it was; that these are over by now is said to whoever presses.
      const standing = buttonsOf(message).filter(
        ({ command, values }) => command !== 'meeting rsvp' || !/^M[234]$/.test(values['meeting'] ?? ''),
      )
      faults.push(...(await refusalsOf(to, to, standing, seen)))
    }
    expect(faults).toEqual([])
  })
})
