import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Origin } from '../inbound/origin.ts'

/** The app in one workspace, or in a whole organization. */
export interface Installation {
  /** The workspace, or the organization where the app is installed for all of it. */
  readonly tenant: string
  /** The organization that it belonged to when it was installed, as Slack said. */
  readonly enterprise: string | undefined
  readonly botToken: string
  readonly botUserId: string
  readonly botId: string | undefined
  readonly appId: string | undefined
  /** When it was installed, as an ISO instant: a report of an uninstall before that does not end it. */
  readonly installedAt: string
  /** Where tokens are rotated: the refresh token, and when this token expires (ISO). */
  readonly refreshToken?: string
  readonly expiresAt?: string
}

export interface Installations {
  /** Undefined where the app is not installed. Raises the store's error, which is not the same as “not installed”. */
  of(tenant: string): Promise<Installation | undefined>
  /** Read from the store now, past the cache. */
  anew(tenant: string): Promise<Installation | undefined>
  /** All installations. */
  all(): Promise<readonly Installation[]>
  /** The installation of a workspace, else of its organization. */
  forOrigin(origin: Pick<Origin, 'tenant' | 'enterprise'>): Promise<Installation | undefined>
  /** An installation by the environment’s bot token is expected; until it is set, nobody is told that there is none. */
  expectOwn(): void
  /** Sets the installation of the environment's bot token, which needs no store. */
  setOwn(installation: Installation): void
  isOwn(tenant: string): boolean
  put(installation: Installation): Promise<void>
  /**
   * Ends an installation made before a given instant; false where it was made again since, or never. Where bots are
   * named, only the installation of one of them ends.
   */
  end(tenant: string, before: Date, bots?: readonly string[]): Promise<boolean>
}

/** How long a cached installation may be used, so that every process notices an uninstall within a minute. */
const cacheMs = 60_000
const maxCached = 5_000

export function createInstallations(keep: Keep, clock: Clock): Installations {
  const read = createRemembered<{ readonly installation: Installation | undefined }>({
    ...{ max: maxCached, ttlMs: cacheMs, clock },
  })
  let own: Installation | undefined
  let expected = false
  const keyOf = (tenant: string) => ({ platform: 'slack', kind: 'installation', tenant, key: 'bot' })

  async function of(tenant: string): Promise<Installation | undefined> {
    if (own?.tenant === tenant) return own
    const known = read.get(tenant)
    return known ? known.installation : anew(tenant)
  }

  const isOwn = (tenant: string) => own?.tenant === tenant

  async function anew(tenant: string): Promise<Installation | undefined> {
    if (own?.tenant === tenant) return own
    const kept = await keep.get(keyOf(tenant))
    const installation = kept && readInstallation(tenant, kept.value)
    // It may have been set while the store was being read.
    if (isOwn(tenant)) return own
    if (!installation && expected && !own)
      throw new Error('the workspace of SLACK_BOT_TOKEN is not known yet')
    read.put(tenant, { installation })
    return installation
  }

  return {
    of,
    anew,
    async all() {
      const kept = await keep.list({ platform: 'slack', kind: 'installation' })
      const others = kept.flatMap(({ tenant, value }) => readInstallation(tenant, value) ?? [])
      return [...(own ? [own] : []), ...others.filter(({ tenant }) => tenant !== own?.tenant)]
    },
    async forOrigin({ tenant, enterprise }) {
      const found = await of(tenant)
      return found ?? (enterprise === undefined || enterprise === tenant ? undefined : of(enterprise))
    },
    expectOwn() {
      expected = true
    },
    setOwn(installation) {
      own = installation
    },
    isOwn: (tenant) => own?.tenant === tenant,
    async put(installation) {
      read.forget(installation.tenant)
      const { tenant, ...value } = installation
      await keep.put(keyOf(tenant), value, { secret: true })
    },
    async end(tenant, before, bots) {
      read.forget(tenant)
      const kept = await keep.get(keyOf(tenant))
      const installation = kept && readInstallation(tenant, kept.value)
      if (!installation || new Date(installation.installedAt) > before) return false
      if (bots && !bots.includes(installation.botUserId)) return false
      return keep.drop(keyOf(tenant))
    },
  }
}

function readInstallation(tenant: string, value: unknown): Installation | undefined {
  const kept = object(value)
  const botToken = text(kept['botToken'])
  const botUserId = text(kept['botUserId'])
  if (botToken === undefined || botUserId === undefined) return undefined
  const refreshToken = text(kept['refreshToken'])
  const expiresAt = text(kept['expiresAt'])
  return {
    tenant,
    enterprise: text(kept['enterprise']),
    botToken,
    botUserId,
    botId: text(kept['botId']),
    appId: text(kept['appId']),
    installedAt: text(kept['installedAt']) ?? new Date(0).toISOString(),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}
