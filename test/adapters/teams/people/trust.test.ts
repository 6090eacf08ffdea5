import { describe, expect, test } from 'vitest'

import { isService, mayUse, vouches } from '../../../../adapters/teams/people/trust.ts'

const own = '00000000-0000-4000-8000-00000000000a'
const other = '00000000-0000-4000-8000-00000000000b'
const app = { kind: 'secret', id: 'app', secret: 'secret', tenant: own } as const
const hosts = { app, serviceHosts: [] }

describe('a service address', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/amer/00000000/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc',
    'https://smba.infra.gov.teams.microsoft.us/gcch',
  ])('%s is Teams’', (url) => {
    expect(isService(hosts, url)).toBe(true)
  })

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilteams.microsoft.com.example/',
    'https://notsmba.trafficmanager.net/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://127.0.0.1/',
    'http://169.254.169.254/latest/',
    'file:///etc/passwd',
    'no address',
    '',
  ])('%s is none of Teams’', (url) => {
    expect(isService(hosts, url)).toBe(false)
  })

  test('of another cloud is one where the operator says so, and never without encryption', () => {
    const named = { app, serviceHosts: ['bots.cloud.example', '127.0.0.1'] }
    expect(isService(named, 'https://bots.cloud.example/x')).toBe(true)
    expect(isService(named, 'http://bots.cloud.example/x')).toBe(false)
    expect(isService(named, 'http://127.0.0.1:4000/')).toBe(true)
  })

  test('is on this machine alone for the local client', () => {
    const local = { app: { kind: 'local' } as const, serviceHosts: [] }
    expect(isService(local, 'http://localhost:56150/_connector')).toBe(true)
    expect(isService(local, 'https://smba.trafficmanager.net/emea/')).toBe(false)
  })
})

describe('a tenant’s word on an address', () => {
  const ana = { email: 'ana@un.example', guest: false }

  test('is taken for the app’s own, and for no other that is not named', () => {
    expect(vouches({ app, trust: [] }, own, ana)).toBe(true)
    expect(vouches({ app, trust: [] }, other, ana)).toBe(false)
  })

  test('is taken for the domains that are named for it alone', () => {
    const trust = [{ tenant: other, domains: ['un.example'] }]
    expect(vouches({ app, trust }, other, ana)).toBe(true)
    expect(vouches({ app, trust }, other, { ...ana, email: 'ana@interpol.example' })).toBe(false)
    expect(vouches({ app, trust }, other, { ...ana, email: 'ana@evil.un.example' })).toBe(false)
  })

  test('is not taken for a guest, nor where there is no address', () => {
    expect(vouches({ app, trust: [] }, own, { ...ana, guest: true })).toBe(false)
    expect(vouches({ app, trust: [] }, own, { email: undefined, guest: false })).toBe(false)
  })

  test('is not taken for an app of many tenants without a named one', () => {
    expect(vouches({ app: { ...app, tenant: undefined }, trust: [] }, own, ana)).toBe(false)
  })
})

describe('a tenant', () => {
  test('may use the bot where it is named, or where all may', () => {
    expect(mayUse({ tenants: [own] }, own)).toBe(true)
    expect(mayUse({ tenants: [own] }, other)).toBe(false)
    expect(mayUse({ tenants: 'all' }, other)).toBe(true)
  })
})
