/** What an event in somebody's calendar stands for: a meeting by itself, or a series. */
export interface Identified {
  readonly kind: 'meeting' | 'series'
  readonly id: number
  /** Tells it from one of the same number in a restored store or another one; null for those made before there were marks. */
  readonly mark: string | null
}

/** The UID of an event. `domain` is the host of the public address. */
export function eventUid({ kind, id, mark }: Identified, domain: string): string {
  return `${kind}-${id}${mark === null ? '' : `-${mark}`}@${domain}`
}

/** Reads a UID that `eventUid` made for that domain; undefined for any other. */
export function readEventUid(uid: string, domain: string): Identified | undefined {
  const [, kind, digits, mark = null, host] =
    /^(meeting|series)-(\d{1,9})(?:-([0-9a-f]{12}))?@(.+)$/.exec(uid) ?? []
  if ((kind !== 'meeting' && kind !== 'series') || host !== domain) return undefined
  return { kind, id: Number(digits), mark }
}

/** What makes identifiers unique in the world: the host of the public address. */
export function calendarDomain(publicUrl: string | undefined): string {
  return publicUrl === undefined ? 'rapporteur.invalid' : new URL(publicUrl).hostname
}
