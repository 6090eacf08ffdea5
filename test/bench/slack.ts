import { execFileSync, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'

import { openDatabase } from '../../db/connect.ts'
import { createBot } from '../../src/bot.ts'
import { systemClock } from '../../src/core/clock.ts'
import { createLog } from '../../src/log.ts'
import { startFarSide } from '../support/slack/farSide.ts'
import { slashCommandFields } from '../support/slack/payloads.ts'
import { slashCommand } from '../support/slack/signed.ts'
import { median, percentile } from './figures.ts'
import { isBookkeeping } from './lookup.ts'
import { recordStatements, type Statement } from './recorded.ts'
import { type Round, round } from './slackLoad.ts'
import { type Line, line } from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const atOnce = [16, 64]
const rounds = 7
const commands = 1_000
const warmUp = 3_000
const secret = 'a-signing-secret'
const email = 'focal.cted@compact.example'
const asked = { secret, text: 'find CTED', user: 'U2', wanted: 'exact acronym' }

interface Child {
  readonly base: string
  /** What it holds, in megabytes. */
  resident(): number
  stop(): Promise<void>
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
  const lookUp = JSON.stringify(await lookUpOf(url))
  const children: Child[] = []
  try {
    const ours = await child(['--max-semi-space-size=16', 'src/main.ts', '--serve'], {
      ...settings,
      PORT: '0',
      LOG_LEVEL: 'info',
    })
    children.push(ours)
    const bare = await child(['test/bench/slackBare.ts'], { ...settings, LOOK_UP: lookUp })
    children.push(bare)
    await sameAnswer(ours, bare)
    const lines: Line[] = []
    for (const together of atOnce) lines.push(...(await compare(ours, bare, together)))
    if (far.callsOf('users.info').length !== 1) throw new Error('users.info was asked more than once')
    const [own, other] = [ours.resident(), bare.resident()]
    return [
      ...lines,
      line('slack: memory after the load, the bot', own, 'MB'),
      line('slack: memory after the load, bare Bolt', other, 'MB'),
      line('slack: memory, ratio', own / other, '', { at: 1.5, better: 'less' }),
    ]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

async function compare(ours: Child, bare: Child, together: number): Promise<readonly Line[]> {
  const columns = [ours, bare]
  const seen: readonly Round[][] = columns.map(() => [])
  for (const { base } of columns) await round(base, together, warmUp, asked)
  for (let index = 0; index < rounds; index += 1) {
    for (const [at, { base }] of columns.entries())
      seen[at]?.push(await round(base, together, commands, asked))
  }
  const [own = 0, other = 0] = seen.map((all) => median(all.map(({ perSecond }) => perSecond)))
  const name = `slack find, ${together} at once`
  const late = (share: number) => {
    const [mine = 0, theirs = 0] = seen.map((all) =>
      percentile(
        all.flatMap(({ ms }) => ms),
        share,
      ),
    )
    const p = `${name}: p${share * 100}`
    return [
      line(`${p}, the bot`, mine, 'ms'),
      line(`${p}, bare Bolt`, theirs, 'ms'),
      line(`${p}, ratio`, mine / theirs, '', share < 0.9 ? undefined : { at: 1.5, better: 'less' }),
    ]
  }
  return [
    line(`${name}: the bot`, own, '/s'),
    line(`${name}: bare Bolt`, other, '/s'),
    line(`${name}: the bot against bare Bolt`, own / other, '', { at: 0.7, better: 'more' }),
    ...late(0.5),
    ...late(0.99),
  ]
}

/** The one statement that looks something up, as the bot itself sends it. */
async function lookUpOf(url: string): Promise<Statement> {
  const store = await openDatabase({ url, maxConnections: 1 })
  try {
    const recorded = recordStatements(store)
    const bot = createBot({ store: recorded.store, clock: systemClock, log: createLog('silent') })
    await bot.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: email },
      place: { platform: 'terminal', tenant: 'local', channel: email, private: true },
      vouchedEmail: email,
      input: { kind: 'line', text: `/directory ${asked.text}` },
    })
    const [only, ...others] = recorded.statements.filter(({ text }) => !isBookkeeping(text))
    if (!only || others.length > 0) throw new Error('the command looks up otherwise than with one statement')
    return only
  } finally {
    await store.close()
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

/** A process that says where it listens. */
function child(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Child> {
  const { PATH, HOME, NODE_OPTIONS } = process.env
  const program = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, NODE_OPTIONS, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => program.on('close', () => resolve()))
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += said.length < 10_000 ? chunk.toString() : ''
      const base = /listening at (http:\/\/[\d.]+:\d+)/.exec(said)?.[1]
      if (base === undefined) return
      resolve({
        base,
        resident: () =>
          Number(execFileSync('ps', ['-o', 'rss=', '-p', String(program.pid)], { encoding: 'utf8' })) / 1_024,
        async stop() {
          program.kill('SIGTERM')
          await ended
        },
      })
    }
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.on('error', reject)
    program.on('close', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)))
  })
}
