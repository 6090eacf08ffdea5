import type { TeamsApp } from '../settings.ts'

export const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The variables that say who the app is. */
interface AppVariables {
  readonly MICROSOFT_APP_ID?: string | undefined
  readonly MICROSOFT_APP_PASSWORD?: string | undefined
  readonly MICROSOFT_APP_TYPE?: string | undefined
  readonly MICROSOFT_APP_TENANT_ID?: string | undefined
}

/** The app that the variables describe, or what is wrong with them. */
export function readApp(given: AppVariables): {
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
      ? 'MICROSOFT_APP_TENANT_ID is set with MICROSOFT_APP_TYPE=MultiTenant: remove it and name the tenants in TEAMS_TENANTS, or set MICROSOFT_APP_TYPE=SingleTenant where “Configuration” of your Azure Bot says so.'
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
        : 'MICROSOFT_APP_PASSWORD is set with MICROSOFT_APP_TYPE=UserAssignedMSI: a managed identity has no secret, so remove it; or set MICROSOFT_APP_TYPE=SingleTenant for an app registration with one.',
    ]
  }
  if (secret === undefined) {
    return [
      'MICROSOFT_APP_PASSWORD is missing: make a client secret under “Certificates & secrets” of your app registration in the Azure portal and copy its Value; or set MICROSOFT_APP_TYPE=UserAssignedMSI for a managed identity.',
    ]
  }
  return [
    guid.test(secret)
      ? 'MICROSOFT_APP_PASSWORD is the id of a secret, not the secret: under “Certificates & secrets” of your app registration in the Azure portal copy the column Value, not Secret ID; it is shown only once, so make a new secret if it is hidden.'
      : undefined,
  ]
}

/** What kind of app it is, in lower case. */
export function kindOf(given: Pick<AppVariables, 'MICROSOFT_APP_TYPE'>): string {
  return (given.MICROSOFT_APP_TYPE ?? 'SingleTenant').toLowerCase()
}
