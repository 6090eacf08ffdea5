import type { TestDatabase } from '../database.ts'
import { app } from '../teams/far/defaults.ts'
import type { FarSide } from '../teams/far/farSide.ts'
import { failing, type Stormy } from './storm.ts'

/** Teams, and how it fails when it is to say something. */
export function teamsStorm({ store }: Pick<TestDatabase, 'store'>, far: FarSide, url: string): Stormy {
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
    disturb: () => failing((fault, times) => far.fault('send', fault, times), 502),
  }
}
