import { z } from 'zod'
import { commaList } from '../../src/chat/settings/lists.ts'
import { safeUrl } from '../../src/chat/settings/safeUrl.ts'
import { isLoopback } from '../../src/core/text/loopback.ts'
import { publicLoginUrl, publicOpenIdUrl, type TeamsApp, type TeamsSettings } from './settings.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Teams’ part of the environment. */
export const teamsEnvironment = {
  MICROSOFT_APP_ID: z
    .string()
    .regex(
      guid,
      'wanted is the Application (client) ID from “Overview” of your app registration, such as 01234567-89ab-cdef-0123-456789abcdef',
    )
    .optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .string()
    .regex(
      /^(singletenant|userassignedmsi|multitenant)$/i,
      'wanted is SingleTenant, UserAssignedMSI or MultiTenant, as “Configuration” of your Azure Bot says',
    )
    .optional(),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .regex(guid, 'wanted is the Directory (tenant) ID from “Overview” of your app registration')
    .optional(),
  TEAMS_LOCAL: z
    .literal('1', { error: 'wanted is 1, for a client on this machine; else leave it out' })
    .optional(),
  TEAMS_TENANTS: z.string().optional(),
  TEAMS_TRUST: z.string().optional(),
  TEAMS_SERVICE_HOSTS: z.string().optional(),
  MICROSOFT_OPENID_URL: safeUrl('https://login.botframework.azure.us/v1/.well-known/openidconfiguration'),
  MICROSOFT_LOGIN_URL: safeUrl('https://login.microsoftonline.us'),
}

type Given = z.infer<z.ZodObject<typeof teamsEnvironment>> & {
  readonly PUBLIC_URL?: string | undefined
  readonly HOST: string
}

type Read = { readonly settings: TeamsSettings | undefined; readonly problems: readonly string[] }

/** What says who the app is; where one of them is set, Teams is to be served. */
const identity = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_TYPE',
  'MICROSOFT_APP_TENANT_ID',
] as const

/** Teams’ settings, undefined where none is set; or all that is wrong with them, each with what to do. */
export function readTeams(given: Given): Read {
  if (given.TEAMS_LOCAL !== undefined) return readLocal(given)
  if (identity.every((name) => given[name] === undefined)) return { settings: undefined, problems: [] }
  const { app, problems } = readApp(given)
  const tenants = readTenants(given)
  const trust = commaList(given.TEAMS_TRUST).map(readTrust)
  const known = trust.filter((one) => one !== undefined)
  const all = [
    ...problems,
    ...tenants.problems,
    trust.includes(undefined)
      ? 'TEAMS_TRUST is not understood; wanted are tenants with the domains that each vouches for, such as 01234567-89ab-cdef-0123-456789abcdef:un.org+undp.org, or the tenant’s id and :* for all.'
      : undefined,
    known.some(({ tenant }) => tenants.ids !== 'all' && !tenants.ids.includes(tenant))
      ? 'TEAMS_TRUST names a tenant whose people may not use the bot: add its id to TEAMS_TENANTS.'
      : undefined,
    ...hostProblems(given),
  ].filter((problem) => problem !== undefined)
  return {
    problems: all,
    settings: app && { app, tenants: tenants.ids, trust: known, ...places(given) },
  }
}

/** Without tokens nobody can be told from anybody else, so only this machine may reach it. */
function readLocal(given: Given): Read {
  const beside = [...identity, 'TEAMS_TENANTS' as const, 'TEAMS_TRUST' as const].filter(
    (name) => given[name] !== undefined,
  )
  const problems = [
    beside.length > 0
      ? `TEAMS_LOCAL stands instead of ${beside.join(', ')}: take TEAMS_LOCAL out to serve Teams, or the other to try the bot with a client on this machine.`
      : undefined,
    isLoopback(given.HOST)
      ? undefined
      : 'TEAMS_LOCAL lets everybody in who reaches HOST: set HOST to 127.0.0.1, or take TEAMS_LOCAL out and set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID from your app registration in the Azure portal.',
    given.PUBLIC_URL !== undefined && !isLoopback(new URL(given.PUBLIC_URL).hostname)
      ? 'TEAMS_LOCAL lets everybody in, and PUBLIC_URL says that others reach this server: take one of them out.'
      : undefined,
    ...hostProblems(given),
  ].filter((problem) => problem !== undefined)
  return {
    problems,
    settings: {
      app: { kind: 'local' },
      tenants: ['local'],
      trust: [{ tenant: 'local', domains: ['*'] }],
      ...places(given),
    },
  }
}

function readApp(given: Given): {
  readonly app: TeamsApp | undefined
  readonly problems: readonly (string | undefined)[]
} {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: secret, MICROSOFT_APP_TENANT_ID: tenant } = given
  const kind = kindOf(given)
  const problems = [
    id !== undefined
      ? undefined
      : kind === 'userassignedmsi'
        ? 'MICROSOFT_APP_ID is missing: copy the Client ID from “Overview” of your managed identity in the Azure portal.'
        : 'MICROSOFT_APP_ID is missing: copy the Application (client) ID from “Overview” of your app registration in the Azure portal.',
    kind === 'multitenant' && tenant !== undefined
      ? 'MICROSOFT_APP_TENANT_ID is set with MICROSOFT_APP_TYPE=MultiTenant: take it out and name the tenants in TEAMS_TENANTS, or set MICROSOFT_APP_TYPE=SingleTenant where “Configuration” of your Azure Bot says so.'
      : undefined,
    kind !== 'multitenant' && tenant === undefined
      ? 'MICROSOFT_APP_TENANT_ID is missing: copy the Directory (tenant) ID from “Overview” of your app registration in the Azure portal, or from “Properties” of Microsoft Entra ID.'
      : undefined,
    ...secretProblems(kind, secret),
  ]
  if (id === undefined) return { app: undefined, problems }
  const who = id.toLowerCase()
  const home = tenant?.toLowerCase()
  if (kind === 'userassignedmsi') {
    return { app: home === undefined ? undefined : { kind: 'managed', id: who, tenant: home }, problems }
  }
  const own = kind === 'multitenant' ? undefined : home
  return {
    app: secret === undefined ? undefined : { kind: 'secret', id: who, secret, tenant: own },
    problems,
  }
}

function secretProblems(kind: string, secret: string | undefined): readonly (string | undefined)[] {
  if (kind === 'userassignedmsi') {
    return [
      secret === undefined
        ? undefined
        : 'MICROSOFT_APP_PASSWORD is set with MICROSOFT_APP_TYPE=UserAssignedMSI: a managed identity has no secret, so take it out; or set MICROSOFT_APP_TYPE=SingleTenant for an app registration with one.',
    ]
  }
  if (secret === undefined) {
    return [
      'MICROSOFT_APP_PASSWORD is missing: make a client secret under “Certificates & secrets” of your app registration in the Azure portal and copy its Value; or set MICROSOFT_APP_TYPE=UserAssignedMSI for a managed identity.',
    ]
  }
  return [
    guid.test(secret)
      ? 'MICROSOFT_APP_PASSWORD is the id of a secret, not the secret: under “Certificates & secrets” of your app registration in the Azure portal copy the column Value, not Secret ID; it is shown only while the secret is new, so make another one where it is hidden.'
      : undefined,
  ]
}

/** The app’s own tenant unless told; an app of many tenants has none of its own. */
function readTenants(given: Given): {
  readonly ids: TeamsSettings['tenants']
  readonly problems: readonly string[]
} {
  const listed = commaList(given.TEAMS_TENANTS).map((id) => id.toLowerCase())
  if (listed.length === 1 && listed[0] === '*') return { ids: 'all', problems: [] }
  if (listed.length > 0) {
    const odd = listed.some((id) => !guid.test(id))
    return {
      ids: listed,
      problems: odd
        ? [
            'TEAMS_TENANTS is not understood; wanted are Directory (tenant) IDs with commas, from “Overview” of Microsoft Entra ID in each tenant’s Azure portal, or * for every tenant in which the app is installed.',
          ]
        : [],
    }
  }
  if (kindOf(given) === 'multitenant') {
    return {
      ids: [],
      problems: [
        'TEAMS_TENANTS is missing: with MICROSOFT_APP_TYPE=MultiTenant name the Directory (tenant) IDs whose people may use the bot, with commas, or * for every tenant in which the app is installed.',
      ],
    }
  }
  return { ids: commaList(given.MICROSOFT_APP_TENANT_ID?.toLowerCase()), problems: [] }
}

function kindOf(given: Given): string {
  return (given.MICROSOFT_APP_TYPE ?? 'SingleTenant').toLowerCase()
}

function readTrust(text: string): TeamsSettings['trust'][number] | undefined {
  const [, tenant = '', domains = ''] = /^([^:]+):(\*|[a-zA-Z0-9.+-]+)$/.exec(text) ?? []
  if (!guid.test(tenant)) return undefined
  return { tenant: tenant.toLowerCase(), domains: domains.toLowerCase().split('+') }
}

function hostProblems(given: Given): readonly (string | undefined)[] {
  const odd = commaList(given.TEAMS_SERVICE_HOSTS).some((host) => !/^[a-z0-9.-]+$/i.test(host))
  return [
    odd
      ? 'TEAMS_SERVICE_HOSTS is not understood; wanted are names of hosts with commas, such as smba.infra.gov.teams.microsoft.us, without https:// before them.'
      : undefined,
  ]
}

function places(given: Given): Pick<TeamsSettings, 'openIdUrl' | 'loginUrl' | 'serviceHosts'> {
  return {
    openIdUrl: given.MICROSOFT_OPENID_URL ?? publicOpenIdUrl,
    loginUrl: (given.MICROSOFT_LOGIN_URL ?? publicLoginUrl).replace(/\/+$/, ''),
    serviceHosts: commaList(given.TEAMS_SERVICE_HOSTS).map((host) => host.toLowerCase()),
  }
}
