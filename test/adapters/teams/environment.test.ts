import { describe, expect, test } from 'vitest'
import { readTeams } from '../../../adapters/teams/environment.ts'
import { configOf, here, servedBy, settingsRefused } from '../../support/config.ts'

const id = 'aaaaaaaa-0000-4000-8000-000000000001'
const tenant = 'bbbbbbbb-0000-4000-8000-000000000002'
const other = 'cccccccc-0000-4000-8000-000000000003'
const secretId = 'dddddddd-0000-4000-8000-000000000004'
const secret = 'abc8Q~the-value-of-a-secret'

type Settings = Readonly<Record<string, string>>
const right: Settings = {
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_PASSWORD: secret,
  MICROSOFT_APP_TENANT_ID: tenant,
}
const managed: Settings = {
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TENANT_ID: tenant,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
}
const many: Settings = {
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_PASSWORD: secret,
  MICROSOFT_APP_TYPE: 'MultiTenant',
}
const local: Settings = { TEAMS_LOCAL: '1' }

function teamsOf(env: Settings) {
  return readTeams(env, here).settings
}

describe('settings of Teams that are right', () => {
  test('none at all serve no Teams', () => {
    expect(configOf({})).toMatchObject({ platforms: [], serves: false, trial: true })
    expect(servedBy({ TEAMS_TENANTS: tenant })).toEqual([])
    expect(servedBy(right)).toEqual(['teams'])
  })

  test('an app of one tenant with a secret, whose own tenant is the one that may use it', () => {
    expect(configOf(right)).toMatchObject({ serves: true, trial: false })
    expect(teamsOf(right)).toEqual({
      app: { kind: 'secret', id, secret, tenant },
      tenants: [tenant],
      trust: [],
      openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      loginUrl: 'https://login.microsoftonline.com',
      serviceHosts: [],
    })
  })

  test('ids and the kind of app are read in any case', () => {
    const loud = {
      ...right,
      MICROSOFT_APP_ID: id.toUpperCase(),
      MICROSOFT_APP_TENANT_ID: tenant.toUpperCase(),
      MICROSOFT_APP_TYPE: 'singletenant',
    }
    expect(teamsOf(loud)).toEqual(teamsOf(right))
  })

  test('a managed identity needs no secret', () => {
    expect(teamsOf(managed)?.app).toEqual({ kind: 'managed', id, tenant })
  })

  test('an app of many tenants, some or all of which may use it', () => {
    expect(teamsOf({ ...many, TEAMS_TENANTS: `${tenant}, ${other.toUpperCase()}` })).toMatchObject({
      app: { kind: 'secret', tenant: undefined },
      tenants: [tenant, other],
    })
    expect(teamsOf({ ...many, TEAMS_TENANTS: '*' })?.tenants).toBe('all')
  })

  test('whose word is taken, for which domains', () => {
    const trusting = {
      ...right,
      TEAMS_TENANTS: `${tenant},${other}`,
      TEAMS_TRUST: `${tenant}:*, ${other.toUpperCase()}:UN.org+undp.org`,
    }
    expect(teamsOf(trusting)?.trust).toEqual([
      { tenant, domains: ['*'] },
      { tenant: other, domains: ['un.org', 'undp.org'] },
    ])
  })

  test('another cloud', () => {
    const elsewhere = {
      ...right,
      TEAMS_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us, SMBA.example.org',
      MICROSOFT_OPENID_URL: 'https://login.example.org/v1/keys',
      MICROSOFT_LOGIN_URL: 'https://login.example.org/',
    }
    expect(teamsOf(elsewhere)).toMatchObject({
      openIdUrl: 'https://login.example.org/v1/keys',
      loginUrl: 'https://login.example.org',
      serviceHosts: ['smba.infra.gov.teams.microsoft.us', 'smba.example.org'],
    })
  })

  test.each(['127.0.0.1', 'localhost', '::1'])('a trial without tokens on %s', (HOST) => {
    expect(configOf({ ...local, HOST })).toMatchObject({ serves: true, trial: true })
    expect(teamsOf(local)).toMatchObject({
      app: { kind: 'local' },
      tenants: ['local'],
      trust: [{ tenant: 'local', domains: ['*'] }],
    })
  })

  test('a trial of Teams, which lets everybody in, stands beside no other platform', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }
    expect(() => configOf({ ...local, ...slack })).toThrow(/TEAMS_LOCAL .* stands alone/)
  })
})

describe('settings of Teams that are missing, wrong or contradict each other', () => {
  const without = (from: Settings, name: string) =>
    Object.fromEntries(Object.entries(from).filter(([key]) => key !== name))
  const cases: readonly (readonly [string, Settings, readonly string[]])[] = [
    [
      'no app id',
      without(right, 'MICROSOFT_APP_ID'),
      ['MICROSOFT_APP_ID is missing: copy the Application (client) ID', 'Azure portal'],
    ],
    [
      'no id of a managed identity',
      without(managed, 'MICROSOFT_APP_ID'),
      ['MICROSOFT_APP_ID is missing: copy the Client ID', 'managed identity'],
    ],
    [
      'an app id that is none',
      { ...right, MICROSOFT_APP_ID: 'my-bot' },
      ['MICROSOFT_APP_ID: give the Application (client) ID'],
    ],
    [
      'no secret',
      without(right, 'MICROSOFT_APP_PASSWORD'),
      ['MICROSOFT_APP_PASSWORD is missing', 'Certificates & secrets', 'copy its Value', 'UserAssignedMSI'],
    ],
    [
      'an empty secret',
      { ...right, MICROSOFT_APP_PASSWORD: '' },
      ['MICROSOFT_APP_PASSWORD is missing', 'copy its Value'],
    ],
    [
      'the id of a secret for the secret',
      { ...right, MICROSOFT_APP_PASSWORD: secretId },
      ['MICROSOFT_APP_PASSWORD is the id of a secret', 'copy the column Value, not Secret ID'],
    ],
    [
      'no tenant',
      without(right, 'MICROSOFT_APP_TENANT_ID'),
      ['MICROSOFT_APP_TENANT_ID is missing: copy the Directory (tenant) ID'],
    ],
    [
      'no tenant of a managed identity',
      without(managed, 'MICROSOFT_APP_TENANT_ID'),
      ['MICROSOFT_APP_TENANT_ID is missing: copy the Directory (tenant) ID'],
    ],
    [
      'a tenant that is none',
      { ...right, MICROSOFT_APP_TENANT_ID: 'un.org' },
      ['MICROSOFT_APP_TENANT_ID: give the Directory (tenant) ID'],
    ],
    [
      'a kind of app that is none',
      { ...right, MICROSOFT_APP_TYPE: 'Bot' },
      ['MICROSOFT_APP_TYPE: give SingleTenant, UserAssignedMSI or MultiTenant', 'Configuration'],
    ],
    [
      'a managed identity with a secret',
      { ...managed, MICROSOFT_APP_PASSWORD: secret },
      ['MICROSOFT_APP_PASSWORD is set with MICROSOFT_APP_TYPE=UserAssignedMSI', 'remove it'],
    ],
    ['an app of many tenants without a list', many, ['TEAMS_TENANTS is missing', 'or *']],
    [
      'an app of many tenants with one of its own',
      { ...many, MICROSOFT_APP_TENANT_ID: tenant, TEAMS_TENANTS: '*' },
      ['MICROSOFT_APP_TENANT_ID is set with MICROSOFT_APP_TYPE=MultiTenant', 'name the tenants'],
    ],
    [
      'tenants that are none',
      { ...right, TEAMS_TENANTS: `${tenant},un.org` },
      ['TEAMS_TENANTS: give', 'Directory (tenant) IDs'],
    ],
    ['all tenants and one', { ...right, TEAMS_TENANTS: `*,${other}` }, ['TEAMS_TENANTS: give']],
    ['trust without a domain', { ...right, TEAMS_TRUST: tenant }, ['TEAMS_TRUST: give', ':un.org+undp.org']],
    ['trust in no tenant', { ...right, TEAMS_TRUST: 'un.org:*' }, ['TEAMS_TRUST: give']],
    [
      'trust in a tenant that is not let in',
      { ...right, TEAMS_TRUST: `${other}:*` },
      ['TEAMS_TRUST names a tenant', 'add its id to TEAMS_TENANTS'],
    ],
    [
      'a service host with more than its name',
      { ...right, TEAMS_SERVICE_HOSTS: 'https://smba.example.org/' },
      ['TEAMS_SERVICE_HOSTS: give', 'without https://'],
    ],
    [
      'keys over a line that anybody can change',
      { ...right, MICROSOFT_OPENID_URL: 'http://login.example.org/keys' },
      ['MICROSOFT_OPENID_URL: give an https address'],
    ],
    [
      'secrets over a line that anybody can read',
      { ...right, MICROSOFT_LOGIN_URL: 'http://login.example.org' },
      ['MICROSOFT_LOGIN_URL: give an https address'],
    ],
    [
      'an address that is none',
      { ...right, MICROSOFT_LOGIN_URL: 'login.example.org' },
      ['MICROSOFT_LOGIN_URL: give a web address'],
    ],
    ['a trial that is neither on nor off', { TEAMS_LOCAL: 'yes' }, ['TEAMS_LOCAL: give 1']],
    [
      'a trial beside an app',
      { ...local, ...right },
      ['TEAMS_LOCAL replaces MICROSOFT_APP_ID', 'remove TEAMS_LOCAL'],
    ],
    ['a trial with tenants', { ...local, TEAMS_TENANTS: '*' }, ['TEAMS_LOCAL replaces TEAMS_TENANTS']],
    [
      'a trial that others can reach',
      { ...local, HOST: '0.0.0.0' },
      ['TEAMS_LOCAL lets in everybody', 'set HOST to 127.0.0.1', 'MICROSOFT_APP_ID'],
    ],
    [
      'a trial on a host that only looks like this machine',
      { ...local, HOST: '127.0.0.1.example.org' },
      ['TEAMS_LOCAL lets in everybody'],
    ],
    [
      'a trial behind a public address',
      { ...local, PUBLIC_URL: 'https://bot.example.org' },
      ['TEAMS_LOCAL lets everybody in, and PUBLIC_URL', 'remove one of the two'],
    ],
  ]

  test.each(cases)('%s is one sentence that says what to do, and repeats no value', (_name, env, words) => {
    const text = settingsRefused(env)

    expect(text.split('\n').slice(1)).toHaveLength(1)
    for (const word of words) expect(text).toContain(word)
    for (const value of [id, tenant, other, secretId, secret, 'example.org', 'my-bot']) {
      expect(text).not.toContain(value)
    }
  })

  test('all are told at once, beside those of Slack', () => {
    const text = settingsRefused({ MICROSOFT_APP_TYPE: 'SingleTenant', SLACK_BOT_TOKEN: 'xoxb-1' })

    expect(text.split('\n').slice(1)).toHaveLength(4)
    for (const name of ['SLACK_SIGNING_SECRET', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'TENANT_ID']) {
      expect(text).toContain(name)
    }
  })
})
