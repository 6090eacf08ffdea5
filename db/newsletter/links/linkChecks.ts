import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'

/** A link is called dead once it led nowhere this often, a day apart. */
const failuresToTell = 2
const dayMs = 86_400_000
/** After how long a link is followed again: one that led somewhere, and one that did not. */
const againMs = { alive: 30 * dayMs, failing: dayMs }
/** The updates whose links are looked at, the latest; an issue has a tenth of them. */
const mostUpdates = 1_000

/** Links of accepted updates that are on their way into an issue and are due to be followed, one of each host. */
export async function linksToCheck(db: Db, now: Date, most: number): Promise<readonly string[]> {
  const urls = [...new Set((await linkedUpdates(db)).flatMap(({ urls: own }) => own))]
  if (urls.length === 0) return []
  const known = await db
    .selectFrom('linkChecks')
    .select(['url', 'checkedAt', 'failures'])
    .where('url', '=', sql<string>`any(${urls}::text[])`)
    .execute()
  const recent = new Set(
    known
      .filter(
        ({ checkedAt, failures }) =>
          now.getTime() - checkedAt.getTime() < (failures > 0 ? againMs.failing : againMs.alive),
      )
      .map(({ url }) => url),
  )
  const hosts = new Set<string>()
  return urls
    .filter((url) => !recent.has(url))
    .filter((url) => {
      const host = URL.canParse(url) ? new URL(url).host : undefined
      if (host === undefined || hosts.has(host)) return false
      hosts.add(host)
      return true
    })
    .slice(0, most)
}

async function linkedUpdates(db: Db) {
  const rows = await db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .leftJoin('newsletters as n', 'n.id', 'u.newsletterId')
    .select(['u.id', 'u.authorId', 'u.acceptedBy', 'v.text', 'v.links'])
    .where('u.status', '=', 'accepted')
    .where(({ or, eb }) => or([eb('n.status', 'is', null), eb('n.status', '!=', 'published')]))
    .where('v.links', '!=', sql<never>`'[]'::jsonb`)
    .orderBy('u.id', 'desc')
    .limit(mostUpdates)
    .execute()
  return rows.map(({ links, ...row }) => ({ ...row, urls: links.flatMap(({ url }) => url ?? []) }))
}

/** Records that a link was followed; `fault` says why it led nowhere, null where it led somewhere. */
export async function recordCheck(db: Db, url: string, fault: string | null, now: Date): Promise<void> {
  const failing = fault !== null
  await db
    .insertInto('linkChecks')
    .values({ url, checkedAt: now, failures: failing ? 1 : 0, fault, failingSince: failing ? now : null })
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet(({ ref, eb }) => ({
        checkedAt: now,
        failures: failing ? eb(ref('linkChecks.failures'), '+', 1) : 0,
        fault,
        failingSince: failing
          ? sql<Date>`coalesce(${ref('linkChecks.failingSince')}, ${now}::timestamptz)`
          : null,
      })),
    )
    .execute()
}

/** A link that leads nowhere. */
export interface DeadLink {
  readonly url: string
  readonly fault: string
  readonly since: Date
}

/** Of these links, those that lead nowhere. */
export async function deadAmong(db: Db, urls: readonly string[]): Promise<readonly DeadLink[]> {
  if (urls.length === 0) return []
  const rows = await db
    .selectFrom('linkChecks')
    .select(['url', 'fault', 'failingSince'])
    .where('failures', '>=', failuresToTell)
    .where('url', '=', sql<string>`any(${[...urls]}::text[])`)
    .orderBy('url')
    .execute()
  return rows.flatMap(({ url, fault, failingSince }) =>
    fault === null || failingSince === null ? [] : [{ url, fault, since: failingSince }],
  )
}

/** An accepted update with a link that leads nowhere. */
export interface UpdateWithDeadLink extends DeadLink {
  readonly updateId: number
  readonly authorId: number
  readonly acceptedBy: number | null
  readonly text: string
  /** How many links it has. */
  readonly links: number
}

/** Updates on their way into an issue with a link that leads nowhere. */
export async function updatesWithDeadLinks(db: Db): Promise<readonly UpdateWithDeadLink[]> {
  const anyDead = await db
    .selectFrom('linkChecks')
    .select('url')
    .where('failures', '>=', failuresToTell)
    .limit(1)
    .executeTakeFirst()
  if (!anyDead) return []
  const updates = await linkedUpdates(db)
  const dead = await deadAmong(db, [...new Set(updates.flatMap(({ urls }) => urls))])
  return updates.flatMap(({ id, urls, ...update }) =>
    dead
      .filter(({ url }) => urls.includes(url))
      .map((link) => ({ ...update, ...link, updateId: id, links: urls.length })),
  )
}
