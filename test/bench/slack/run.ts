import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import { startFarSide } from '../../support/slack/farSide.ts'
import { slashCommandFields } from '../../support/slack/payloads.ts'
import { slashCommand } from '../../support/slack/signed.ts'
import { lookUpsOf } from '../recorded.ts'
import { type Child, child, compareMemory, compareServed, theBot } from '../served.ts'
import type { Line } from '../table.ts'
import { round } from './load.ts'

const atOnce = [16, 64]
const secret = 'a-signing-secret'
const email = 'focal.cted@compact.example'
const asked = { secret, text: 'find CTED', user: 'U2', wanted: 'exact acronym' }
const load = {
  name: 'slack find',
  least: 0.7,
  latest: 1.5,
  round: (base: string, together: number, turns: number) => round(base, together, turns, asked),
}

/** The whole bot and a bare Bolt app with the same look-up and the same answer, each in its process, in turns. */
export async function benchSlack(url: string): Promise<readonly Line[]> {
  const far = await startFarSide()
  far.addUser('T1', { id: asked.user, email, realName: 'CTED focal point' })
  const settings = {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: far.url,
  }
  const [lookUp, ...others] = await lookUpsOf(url, email, `/directory ${asked.text}`)
  if (others.length > 0) throw new Error('the command looks up otherwise than with one statement')
  const children: Child[] = []
  try {
    const ours = await theBot(settings)
    children.push(ours)
    const bare = await child(['test/bench/slack/bare.ts'], { ...settings, LOOK_UP: JSON.stringify(lookUp) })
    children.push(bare)
    await sameAnswer(ours, bare)
    const pair = { ours, bare, bareName: 'bare Bolt' }
    const lines: Line[] = []
    for (const together of atOnce) {
      lines.push(...(await compareServed(pair, { ...load, together })))
    }
    if (far.callsOf('users.info').length !== 1) throw new Error('users.info was asked more than once')
    return [...lines, ...compareMemory('slack', pair, 1.5)]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

/** Waits until both answer, and holds the two against each other. */
async function sameAnswer(ours: Child, bare: Child): Promise<void> {
  const fields = () => slashCommandFields('/directory', asked.text, { user: asked.user })
  const until = performance.now() + 15_000
  let answers: readonly unknown[] = []
  while (performance.now() < until) {
    const got = await Promise.all([ours, bare].map(({ base }) => slashCommand(base, fields(), { secret })))
    answers = got.map(({ json, text }) => json ?? text)
    if (got.every(({ text }) => text.includes(asked.wanted)) && isDeepStrictEqual(answers[0], answers[1]))
      return
    await pause(200)
  }
  throw new Error(`the two answer otherwise: ${JSON.stringify(answers)}`)
}
