import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import {
  manifest,
  menus,
  type TeamsManifestOptions,
} from '../../../../adapters/teams/registration/manifest.ts'
import { teamsPackage } from '../../../../adapters/teams/registration/package.ts'
import { printManifest } from '../../../../adapters/teams/registration/printManifest.ts'
import { features } from '../../../../commands/index.ts'
import { findCommand } from '../../../../src/core/catalog.ts'
import { compiled } from '../../../support/clones/compiled.ts'

const schema = new URL('../../../../../shared/schemas/teams-1.25.schema.json', import.meta.url)
const checkedIn = new URL('../../../../adapters/teams/manifest.json', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))

const appId = '01234567-89ab-cdef-0123-456789abcdef'
const url = 'https://bot.example.org'
const kinds: Readonly<Record<string, TeamsManifestOptions>> = {
  plain: { appId, url, version },
  'with the slash': { appId, url, version, slash: true },
}

describe.skipIf(!existsSync(schema))(
  'Teams’ schema 1.25 (skipped where ../shared/schemas is not at hand)',
  () => {
    // It says draft 04 of itself and uses nothing that later drafts changed.
    const { $schema: _, ...read } = JSON.parse(existsSync(schema) ? readFileSync(schema, 'utf8') : '{}')
    const validate = new Ajv({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
      allErrors: true,
    }).compile(read)
    const made = JSON.parse(JSON.stringify(manifest(features, { appId, url, version })))

    test('takes the manifest', () => {
      validate(made)
      expect(validate.errors ?? []).toEqual([])
    })

    test('takes the one that is checked in', () => {
      validate(JSON.parse(readFileSync(checkedIn, 'utf8')))
      expect(validate.errors ?? []).toEqual([])
    })

    test('refuses one that lacks what it wants', () => {
      const { icons: __, ...iconless } = made
      expect(validate(iconless)).toBe(false)
      expect(validate({ ...made, id: 'rapporteur' })).toBe(false)
      expect(validate({ ...made, bots: [{ scopes: ['team'] }] })).toBe(false)
      expect(validate({ ...made, composeExtensions: [{ commands: [{ id: 'nameless' }] }] })).toBe(false)
    })
  },
)

describe.each(Object.entries(kinds))('the manifest: %s', (_name, options) => {
  const made = manifest(features, options)
  const [bot] = made.bots
  const lists = bot?.commandLists ?? []

  test('one app and one bot under the one id, everywhere where people work', () => {
    expect([made.id, bot?.botId, made.composeExtensions[0]?.botId]).toEqual([appId, appId, appId])
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat'])
    expect(bot?.supportsFiles).toBe(true)
    expect(made.validDomains).toEqual(['bot.example.org'])
    expect(made.version).toBe(version)
  })

  test('each place has a menu, within Teams’ limits', () => {
    expect(lists.flatMap(({ scopes }) => scopes).toSorted()).toEqual(['groupChat', 'personal', 'team'])
    expect(lists.length).toBeLessThanOrEqual(3)
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(12)
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length)
      for (const { title, description } of commands) {
        expect(title).toMatch(/^[a-z][a-z -]{0,31}$/)
        expect(description).toMatch(/^.{1,128}$/)
      }
    }
  })

  test('a menu has every feature, and whatever is picked from it can be done or told of', () => {
    for (const { commands } of lists) {
      const titles = commands.map(({ title }) => title)
      expect(titles).toEqual(expect.arrayContaining(features.map(({ name }) => name)))
      for (const title of titles) {
        const known = features.some(({ name }) => name === title) || findCommand(features, title)
        expect(known, title).toBeTruthy()
      }
    }
  })

  test('every shortcut is there, as an action that opens a dialog', () => {
    const wanted = features.flatMap(({ shortcuts }) => shortcuts ?? [])
    const commands = made.composeExtensions[0]?.commands ?? []
    expect(commands.map(({ id }) => id)).toEqual(wanted.map(({ name }) => name))
    expect(commands.length).toBeLessThanOrEqual(10)
    for (const [at, { label, about, on }] of wanted.entries()) {
      expect(commands[at]).toMatchObject({
        type: 'action',
        fetchTask: true,
        title: label,
        description: about,
        context: on === 'message' ? ['message'] : ['compose', 'commandBox'],
      })
      expect(label.length).toBeLessThanOrEqual(32)
      expect(about.length).toBeLessThanOrEqual(128)
    }
  })

  test('the words about it are within Teams’ lengths', () => {
    expect(made.name.short.length).toBeLessThanOrEqual(30)
    expect(made.name.full.length).toBeLessThanOrEqual(100)
    expect(made.description.short.length).toBeLessThanOrEqual(80)
    expect(made.description.full.length).toBeLessThanOrEqual(4_000)
    expect(made.developer.name.length).toBeLessThanOrEqual(32)
  })
})

describe('the profile with the slash', () => {
  const plain = manifest(features, { appId, url, version })
  const slash = manifest(features, { appId, url, version, slash: true })

  test('is of the developer preview, offers commands to the bot alone, and is never the default', () => {
    expect(slash.manifestVersion).toBe('devPreview')
    expect(slash.$schema).toContain('/vDevPreview/')
    expect(slash.bots[0]).toMatchObject({ supportsTargetedMessages: true })
    expect(slash.bots[0]?.commandLists.map(({ triggers }) => triggers)).toEqual([
      ['mention'],
      ['mention', 'slash'],
    ])
    expect(plain.manifestVersion).toBe('1.25')
    expect(JSON.stringify(plain)).not.toMatch(/triggers|supportsTargetedMessages/)
  })

  test('differs in nothing else', () => {
    const bare = JSON.parse(
      JSON.stringify(slash, (key, value) =>
        ['triggers', 'supportsTargetedMessages'].includes(key) ? undefined : value,
      ),
    )
    const { $schema, manifestVersion } = plain
    expect({ ...bare, $schema, manifestVersion }).toEqual(JSON.parse(JSON.stringify(plain)))
  })
})

test('what is to stand in the menus beside the features is in the catalogue', () => {
  expect(menus.flatMap(({ words }) => words).filter((words) => !findCommand(features, words))).toEqual([])
})

test('the manifest that is checked in is what the code makes', () => {
  const options = {
    appId: '00000000-0000-0000-0000-000000000000',
    url: 'https://rapporteur.example.org',
    version,
  }
  expect(readFileSync(checkedIn, 'utf8')).toBe(
    `${JSON.stringify(manifest(features, options), undefined, 2)}\n`,
  )
})

describe('the package', () => {
  test('has the manifest and its two icons at the root, and nothing else', async () => {
    const files = unzipSync(teamsPackage(features, { appId, url, slash: false }))

    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(
      JSON.parse(JSON.stringify(manifest(features, { appId, url, version }))),
    )
  })

  test('has icons of Teams’ sizes, the outline white on nothing', async () => {
    const files = unzipSync(teamsPackage(features, { appId, url, slash: false }))
    const color = picture(files['color.png'])
    const outline = picture(files['outline.png'])

    expect([color.width, color.height]).toEqual([192, 192])
    expect([outline.width, outline.height, outline.channels]).toEqual([32, 32, 4])
    const seen = outline.pixels.filter(([, , , alpha]) => alpha !== 0)
    expect(seen.length).toBeGreaterThan(60)
    expect(outline.pixels.length - seen.length).toBeGreaterThan(500)
    expect(seen.filter((pixel) => pixel.slice(0, 3).some((shade) => shade !== 255))).toEqual([])
  })

  test('is the same for the same app, and another for another', async () => {
    const one = teamsPackage(features, { appId, url, slash: false })

    expect(teamsPackage(features, { appId, url, slash: false })).toEqual(one)
    expect(teamsPackage(features, { appId, url, slash: true })).not.toEqual(one)
  })
})

describe('npm run manifest -- teams', () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url))
  const ask = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/tools/manifest.ts', 'teams', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...compiled },
    })

  test('prints the manifest, or writes the package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-package-'))
    try {
      const out = join(folder, 'rapporteur.zip')
      const printed = ask('--id', appId.toUpperCase(), '--url', `${url}/`)
      const wrote = ask('--id', appId, '--url', url, '--slash', '--out', out)

      expect([printed.status, wrote.status]).toEqual([0, 0])
      expect(JSON.parse(printed.stdout)).toEqual(
        JSON.parse(JSON.stringify(manifest(features, { appId, url, version }))),
      )
      expect(new Uint8Array(readFileSync(out))).toEqual(teamsPackage(features, { appId, url, slash: true }))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.each([
    [['--url', url]],
    [['--id', 'rapporteur', '--url', url]],
    [['--id', appId]],
    [['--id', appId, '--url', 'http://bot.example.org']],
    [['--id', appId, '--url', `${url}/somewhere`]],
    [['--id', appId, '--url', url, '--socket']],
  ])('%j is not a request', async (args) => {
    const given = { catalog: features, environment: {} }
    const asked = Promise.resolve().then(() => printManifest.run(args, given))
    expect(await asked.catch((error: Error) => error.message)).toSatisfy(isNoRequest)
  })

  test('what is not a request is answered with how it is used', () => {
    const { status, stdout, stderr } = ask('--id', appId, '--url', url, '--socket')

    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('npm run -s manifest -- teams --url')
    expect(stderr).not.toContain('    at ')
  })
})

/** What the program has for it: nothing, or the argument that it does not know. */
function isNoRequest(answer: unknown): boolean {
  return answer === undefined || String(answer).startsWith('Unknown option')
}

/** A PNG of eight bits a channel, read to its pixels. */
function picture(file: Uint8Array = new Uint8Array()) {
  const bytes = Buffer.from(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = bytes[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
    }
  }
  const raw = inflateSync(Buffer.concat(parts))
  const length = width * channels
  const rows: number[][] = []
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)] ?? 0
    const row: number[] = []
    for (let x = 0; x < length; x++) {
      const left = row[x - channels] ?? 0
      const up = rows[y - 1]?.[x] ?? 0
      const corner = rows[y - 1]?.[x - channels] ?? 0
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
      row.push(((raw[y * (length + 1) + 1 + x] ?? 0) + guess) & 255)
    }
    rows.push(row)
  }
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, x) => row.slice(x * channels, (x + 1) * channels)),
  )
  return { width, height, channels, pixels }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  return [left, up, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0
}
