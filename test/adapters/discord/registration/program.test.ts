import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'

import { afterEach, describe, expect, test } from 'vitest'

import { compiled } from '../../../support/clones/compiled.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const applicationId = '10000000000000001'
const guild = '20000000000000002'
const servers: Server[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

/** Discord’s side: nothing is registered, or everything is answered with one fault. */
async function discord(fault?: { readonly status: number; readonly code: number }) {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`)
    request.resume().on('end', () => {
      response.writeHead(fault?.status ?? 200, { 'content-type': 'application/json' })
      response.end(fault ? JSON.stringify({ message: 'No', code: fault.code }) : '[]')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const env = {
    DISCORD_TOKEN: 'a.token.of-a-bot',
    DISCORD_APPLICATION_ID: applicationId,
    DISCORD_API_URL: `http://127.0.0.1:${port}`,
  }
  return { calls, env }
}

/** The real program, run to its end. */
function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['src/tools/register.ts', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...compiled, ...env },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe('npm run register', () => {
  test('registers the commands in the server that is named, and says so', async () => {
    const { calls, env } = await discord()
    const { code, out } = await run(['--guild', guild], env)

    expect(out).toMatch(/^Registered \d+ commands in the server 20000000000000002\.\n$/)
    expect(code).toBe(0)
    const path = `/v10/applications/${applicationId}/guilds/${guild}/commands`
    expect(calls).toEqual([`GET ${path}`, `PUT ${path}`])
  })

  test('takes them away, where the settings say', async () => {
    const { calls, env } = await discord()
    const { code, out } = await run(['--clear'], { ...env, DISCORD_COMMAND_GUILD: guild })

    expect(out).toMatch(/^No commands are registered in the server 2\d+ any more; /)
    // Without the server they would be registered everywhere.
    expect(out).toContain(`npm run -s register -- --guild ${guild} brings them back`)
    expect(code).toBe(0)
    expect(calls).toEqual([`PUT /v10/applications/${applicationId}/guilds/${guild}/commands`])
  })

  test('says why not and what to do, without the token', async () => {
    const { env } = await discord({ status: 401, code: 0 })
    const { code, out, err } = await run([], env)

    expect(out).toBe('')
    expect(err).toMatch(
      /^The commands are not registered\. Discord does not take the token\. Set DISCORD_TOKEN /,
    )
    expect(err).not.toContain(env.DISCORD_TOKEN)
    expect(code).toBe(1)
  })

  test('says what is missing, and what can be asked', async () => {
    const [bare, odd, named] = await Promise.all([
      run([], {}),
      run(['--gild'], {}),
      run(['--guild', 'UN'], {}),
    ])

    expect(bare.err).toMatch(/^DISCORD_TOKEN and DISCORD_APPLICATION_ID are missing/)
    expect(odd.err).toMatch(/^Unknown option '--gild'.*\n\nnpm run -s register\n/s)
    expect(named.err).toMatch(/^“UN” is not the id of a server: an id has 17 to 20 digits/)
    expect([bare, odd, named].map(({ code }) => code)).toEqual([1, 1, 1])
  })
})
