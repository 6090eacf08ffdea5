import { existsSync, readFileSync } from 'node:fs'

import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'

import { type ManifestOptions, manifest } from '../../../../adapters/slack/registration/manifest.ts'
import { features } from '../../../../commands/index.ts'
import { entriesOf, entryName } from '../../../../src/core/catalog.ts'

const folder = new URL('../../../../adapters/slack/', import.meta.url)
const schemas = new URL('../../../../../shared/schemas/', import.meta.url)
const url = 'https://rapporteur.example.org'

const kinds: Readonly<Record<string, ManifestOptions>> = {
  http: { url, prefix: '', many: false },
  socket: { url: undefined, prefix: '', many: false },
  'many workspaces': { url, prefix: '', many: true },
  'with a prefix': { url, prefix: 'wg-', many: true },
}

describe.skipIf(!existsSync(schemas))(
  'Slack’s schemas (skipped where ../shared/schemas is not at hand)',
  () => {
    const versions = ['1.0.0', '2.0.0'].map((version) => {
      const file = new URL(`slack-manifest.schema.${version}.json`, schemas)
      const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
      return {
        version,
        validate: ajv.compile(JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}')),
      }
    })

    describe.each(versions)('of version $version', ({ validate }) => {
      test.each(Object.entries(kinds))('take the manifest: %s', (_name, options) => {
        const read = JSON.parse(JSON.stringify(manifest(features, options)))
        validate(read)
        expect(validate.errors ?? []).toEqual([])
      })

      test('refuse one that lacks what they want', () => {
        const whole = JSON.parse(JSON.stringify(manifest(features, { url, prefix: '', many: true })))
        expect(validate({ ...whole, display_information: { description: 'nameless' } })).toBe(false)
        expect(validate({ ...whole, features: { ...whole.features, slash_commands: [{}] } })).toBe(false)
      })
    })
  },
)

describe.each(Object.entries(kinds))('the manifest: %s', (_name, options) => {
  const made = manifest(features, options)

  test('every feature has its command, escaped and with a hint', () => {
    const { slash_commands } = made.features
    expect(slash_commands.map(({ command }) => command)).toEqual(
      features.map(({ name }) => `/${options.prefix}${name}`),
    )
    for (const one of slash_commands) {
      expect(one).toMatchObject({ should_escape: true, usage_hint: expect.stringMatching(/\S/) })
      expect(one.command).toMatch(/^\/[a-z0-9_-]{1,31}$/)
      expect(one.description).not.toBe('')
      expect('url' in one ? one.url : undefined).toBe(options.url && `${options.url}/slack/events`)
    }
  })

  test('the hint names the actions and groups of the feature', () => {
    const hints = new Map(made.features.slash_commands.map((one) => [one.command, one.usage_hint]))
    const meeting = features.filter(({ name }) => name === 'meeting')
    const named = hints.get(`/${options.prefix}meeting`)?.split(' | ') ?? []
    expect(named.map((words) => words.split(' ')[0])).toEqual(meeting.flatMap(entriesOf).map(entryName))
  })

  test('every shortcut of the features is there, within Slack’s lengths', () => {
    const wanted = features.flatMap(({ shortcuts }) => shortcuts ?? [])
    expect(wanted.length).toBeGreaterThan(0)
    expect(made.features.shortcuts).toEqual(
      wanted.map(({ name, label, about, on }) => ({
        name: label,
        type: on === 'message' ? 'message' : 'global',
        callback_id: name,
        description: about,
      })),
    )
    for (const one of made.features.shortcuts) {
      expect(one.name.length).toBeLessThanOrEqual(24)
      expect(one.description.length).toBeLessThanOrEqual(150)
    }
  })

  test('people can open the bot’s page and write to it', () => {
    expect(made.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })

  test('requests go to the one address, or through a socket', () => {
    const to = options.url && `${options.url}/slack/events`
    const { settings, oauth_config } = JSON.parse(JSON.stringify(made))
    expect(settings.socket_mode_enabled).toBe(to === undefined)
    expect(settings.event_subscriptions.request_url).toBe(to)
    expect(settings.interactivity).toMatchObject({ is_enabled: true })
    expect(settings.interactivity.request_url).toBe(to)
    expect(settings.interactivity.message_menu_options_url).toBe(to)
    expect(oauth_config.redirect_urls).toEqual(options.many ? [`${url}/slack/oauth_redirect`] : undefined)
    expect([settings.org_deploy_enabled, settings.token_rotation_enabled]).toEqual([
      options.many,
      options.many,
    ])
  })
})

describe('the manifests that are checked in', () => {
  test.each([
    ['manifest.json', { url, prefix: '', many: false }],
    ['manifest.socket.json', { url: undefined, prefix: '', many: false }],
    ['manifest.many.json', { url, prefix: '', many: true }],
  ])('%s is what the code makes', (file, options) => {
    const written = `${JSON.stringify(manifest(features, options), undefined, 2)}\n`
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(written)
  })
})
