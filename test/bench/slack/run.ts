import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import { startFarSide } from '../../support/slack/farSide.ts'
import { slashCommandFields } from '../../support/slack/payloads.ts'
import { slashCommand } from '../../support/slack/signed.ts'
import { linkedDatabase } from '../linked.ts'
import { lookUpsOf } from '../recorded.ts'
import { type Child, child, compareMemory, compareServed, theBot } from '../served.ts'
import { compareStarts, firstOf } from '../starts.ts'
import { type Line, line } from '../table.ts'
import { type Asked, rounds } from './load.ts'

const atOnce = [16, 64]
const secret = 'a-signing-secret'
const accounts = Array.from({ length: 50 }, (_, index) => `U${100 + index}`)

/** The whole bot and a bare Bolt app with the same look-up and the same answer, each in its process, in turns. */
export async function benchSlack(server: string): Promise<readonly Line[]> {
  const { url, people } = await linkedDatabase(server, 'slack', 'T1', accounts)
  const far = await startFarSide()
  for (const { account, email, name } of people) far.addUser('T1', { id: account, email, realName: name })
  const settings = {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: far.url,
  }
  const byKey = people.map(({ account, email }) => ({
    secret,
    text: `person ${email}`,
    user: account,
    wanted: email,
  }))
  const [first] = byKey
  if (!first) throw new Error('nobody is there to ask')
  const find: Asked = { ...first, text: 'find CTED', wanted: 'exact acronym' }
  const [lookUp, ...others] = await lookUpsOf(url, people[0]?.email ?? '', `/directory ${find.text}`)
  if (others.length > 0) throw new Error('the command looks up otherwise than with one statement')
  const starts = {
    ours: () => theBot(settings),
    bare: () => child(['test/bench/slack/bare.ts'], { ...settings, LOOK_UP: JSON.stringify(lookUp) }),
    bareName: 'bare Bolt',
  }
  const children: Child[] = []
  try {
    const ours = await starts.ours()
    children.push(ours)
    const bare = await starts.bare()
    children.push(bare)
    await sameAnswer(ours, bare, find)
    const pair = { ours, bare, bareName: starts.bareName }
    const lines: Line[] = []
    const loads = [
      { name: 'slack find', least: 0.7, latest: 1.5, asked: [find] },
      { name: 'slack look-up by key', least: 0.5, latest: 2, asked: byKey },
    ]
    for (const { asked, ...load } of loads) {
      for (const together of atOnce) {
        lines.push(
          ...(await compareServed(pair, { ...load, together, round: rounds(asked) })),
          ...compareMemory(`${load.name}, ${together} at once`, pair, 1.5),
        )
      }
    }
    const lookedUp = far.callsOf('users.info').length
    lines.push(line('slack: accounts asked about', lookedUp, '', { at: accounts.length, better: 'less' }))
    return [...lines, ...(await compareStarts('slack', starts, firstOf(rounds([first])), 1.5))]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

/** Waits until both answer, and holds the two against each other. */
async function sameAnswer(ours: Child, bare: Child, { text, user, wanted }: Asked): Promise<void> {
  const fields = () => slashCommandFields('/directory', text, { user })
  const until = performance.now() + 15_000
  let answers: readonly unknown[] = []
  while (performance.now() < until) {
    const got = await Promise.all([ours, bare].map(({ base }) => slashCommand(base, fields(), { secret })))
    answers = got.map(({ json, text: words }) => json ?? words)
    if (got.every(({ text: words }) => words.includes(wanted)) && isDeepStrictEqual(answers[0], answers[1]))
      return
    await pause(200)
  }
  throw new Error(`the two answer otherwise: ${JSON.stringify(answers)}`)
}
