import { z } from 'zod'
import { commaList } from '../../src/chat/settings/lists.ts'
import { readVariables } from '../../src/chat/settings/readVariables.ts'
import { safeUrl } from '../../src/chat/settings/safeUrl.ts'
import { readTrust } from '../../src/chat/settings/trust.ts'
import type { Environment, ReadSettings, ServerAddress } from '../../src/core/platform.ts'
import { isLoopback } from '../../src/core/text/addresses/loopback.ts'
import { guid, kindOf, readApp } from './api/readApp.ts'
import { publicLoginUrl, publicOpenIdUrl, type TeamsSettings } from './settings.ts'

/** Teams’ part of the environment. */
export const teamsEnvironment = {
  MICROSOFT_APP_ID: z
    .string()
    .regex(
      guid,
      'give the Application (client) ID from “Overview” of your app registration, such as 01234567-89ab-cdef-0123-456789abcdef',
    )
    .optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .string()
    .regex(
      /^(singletenant|userassignedmsi|multitenant)$/i,
      'give SingleTenant, UserAssignedMSI or MultiTenant, as “Configuration” of your Azure Bot says',
    )
    .optional(),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .regex(guid, 'give the Directory (tenant) ID from “Overview” of your app registration')
    .optional(),
  TEAMS_LOCAL: z.literal('1', { error: 'give 1 for a client on this machine, or remove it' }).optional(),
  TEAMS_TENANTS: z.string().optional(),
  TEAMS_TRUST: z.string().optional(),
  TEAMS_SERVICE_HOSTS: z.string().optional(),
  MICROSOFT_OPENID_URL: safeUrl('https://login.botframework.azure.us/v1/.well-known/openidconfiguration'),
  MICROSOFT_LOGIN_URL: safeUrl('https://login.microsoftonline.us'),
}

type Given = z.infer<z.ZodObject<typeof teamsEnvironment>>
type Read = ReadSettings<TeamsSettings>

/** Variables that say who the app is: where one of them is set, Teams is to be served. */
const identity = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_TYPE',
  'MICROSOFT_APP_TENANT_ID',
] as const

/** Teams’ settings, or everything that is wrong with them. */
export function readTeams(environment: Environment, address: ServerAddress): Read {
  const read = readVariables(teamsEnvironment, environment)
  if (read.kind === 'wrong') return { settings: undefined, problems: read.problems, hints: [] }
  const given = read.values
  if (given.TEAMS_LOCAL !== undefined) return readLocal(given, address)
  if (identity.every((name) => given[name] === undefined)) {
    return { settings: undefined, problems: [], hints: [] }
  }
  const { app, problems } = readApp(given)
  const tenants = readTenants(given)
  const trust = readTrust(given.TEAMS_TRUST, (id) => guid.test(id))
  const known = trust.flatMap((one) => (one ? [{ tenant: one.id.toLowerCase(), domains: one.domains }] : []))
  const all = [
    ...problems,
    ...tenants.problems,
    trust.includes(undefined)
      ? 'TEAMS_TRUST: give tenants with the domains that each vouches for, such as 01234567-89ab-cdef-0123-456789abcdef:un.org+undp.org, or the tenant’s id and :* for all domains.'
      : undefined,
    known.some(({ tenant }) => tenants.ids !== 'all' && !tenants.ids.includes(tenant))
      ? 'TEAMS_TRUST names a tenant whose people may not use the bot: add its id to TEAMS_TENANTS.'
      : undefined,
    ...hostProblems(given),
  ].filter((problem) => problem !== undefined)
  return {
    problems: all,
    hints: [],
    settings: app && { app, tenants: tenants.ids, trust: known, ...places(given) },
  }
}

const openToAll =
  'WARNING: TEAMS_LOCAL is set, so anybody on this machine can speak to the bot as anybody, the secretariat included. Use it for trying the bot out, and remove it before real people and their records are in the store.'

/** Without tokens nobody can be told from anybody else, so only this machine may reach it. */
function readLocal(given: Given, { host, publicUrl }: ServerAddress): Read {
  const beside = [...identity, 'TEAMS_TENANTS' as const, 'TEAMS_TRUST' as const].filter(
    (name) => given[name] !== undefined,
  )
  const problems = [
    beside.length > 0
      ? `TEAMS_LOCAL replaces ${beside.join(', ')}: remove TEAMS_LOCAL to serve Teams, or the others to try the bot with a client on this machine.`
      : undefined,
    isLoopback(host)
      ? undefined
      : 'TEAMS_LOCAL lets in everybody who reaches HOST: set HOST to 127.0.0.1, or remove TEAMS_LOCAL and set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID from your app registration in the Azure portal.',
    publicUrl !== undefined && !(URL.canParse(publicUrl) && isLoopback(new URL(publicUrl).hostname))
      ? 'TEAMS_LOCAL lets everybody in, and PUBLIC_URL says that others reach this server: remove one of the two.'
      : undefined,
    ...hostProblems(given),
  ].filter((problem) => problem !== undefined)
  return {
    problems,
    hints: [openToAll],
    openBy: 'TEAMS_LOCAL',
    settings: {
      app: { kind: 'local' },
      tenants: ['local'],
      trust: [{ tenant: 'local', domains: ['*'] }],
      ...places(given),
    },
  }
}

/** Reads who may use the bot: the app’s own tenant by default; an app of many tenants has none of its own. */
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
            'TEAMS_TENANTS: give Directory (tenant) IDs, separated by commas, from “Overview” of Microsoft Entra ID in each tenant’s Azure portal, or * for every tenant in which the app is installed.',
          ]
        : [],
    }
  }
  if (kindOf(given) === 'multitenant') {
    return {
      ids: [],
      problems: [
        'TEAMS_TENANTS is missing: with MICROSOFT_APP_TYPE=MultiTenant give the Directory (tenant) IDs whose people may use the bot, separated by commas, or * for every tenant in which the app is installed.',
      ],
    }
  }
  return { ids: commaList(given.MICROSOFT_APP_TENANT_ID?.toLowerCase()), problems: [] }
}

function hostProblems(given: Given): readonly (string | undefined)[] {
  const odd = commaList(given.TEAMS_SERVICE_HOSTS).some((host) => !/^[a-z0-9.-]+$/i.test(host))
  return [
    odd
      ? 'TEAMS_SERVICE_HOSTS: give names of hosts, separated by commas and without https://, such as smba.infra.gov.teams.microsoft.us.'
      : undefined,
  ]
}

function places(given: Given): Pick<TeamsSettings, 'openIdUrl' | 'loginUrl' | 'serviceHosts'> {
  return {
    openIdUrl: given.MICROSOFT_OPENID_URL ?? publicOpenIdUrl,
    loginUrl: (given.MICROSOFT_LOGIN_URL ?? publicLoginUrl).replace(/(?<!\/)\/+$/, ''),
    serviceHosts: commaList(given.TEAMS_SERVICE_HOSTS).map((host) => host.toLowerCase()),
  }
}
