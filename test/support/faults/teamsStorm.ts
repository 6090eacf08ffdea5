import type { TestDatabase } from '../database.ts'
import { app } from '../teams/far/defaults.ts'
import type { FarSide } from '../teams/far/farSide.ts'
import type { Storm } from './storm.ts'

/** Teams, and how it fails: too many calls, errors, connections that end before and after the deed, and silence. */
export function teamsStorm(
  { store }: Pick<TestDatabase, 'store'>,
  far: FarSide,
  url: string,
): Pick<Storm, 'store' | 'platform' | 'env' | 'arrived' | 'disturb'> {
  return {
    store,
    platform: 'teams',
    env: {
      ...{ DATABASE_URL: url, TEAMS_SERVICE_HOSTS: '127.0.0.1' },
      ...{ MICROSOFT_APP_ID: app.id, MICROSOFT_APP_PASSWORD: app.secret },
      ...{ MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_TENANT_ID: app.tenant },
      ...{ MICROSOFT_OPENID_URL: far.openIdUrl, MICROSOFT_LOGIN_URL: far.loginUrl },
    },
    arrived: () => far.messages.map(({ activity }) => JSON.stringify(activity)),
    disturb() {
      far.fault('send', { kind: 'status', status: 429, retryAfter: 1 }, 3)
      far.fault('send', { kind: 'status', status: 502 }, 2)
      far.fault('send', { kind: 'reset', before: true }, 2)
      far.fault('send', { kind: 'reset', before: false }, 2)
      far.fault('send', { kind: 'hang' })
      far.fault('send', { kind: 'hang', acts: true })
    },
  }
}
