import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import type { Day } from '../../core/time/day.ts'

/**
 * A packed document with the dates of one day and with links numbered in order, whenever it was made, so that the
 * same content gives the same bytes.
 */
export function reproducible(packed: Uint8Array, day: Day): Uint8Array {
  const parts = Object.entries(unzipSync(packed)).sort(([one], [other]) => (one < other ? -1 : 1))
  const numbers = linkNumbers(parts.find(([name]) => name === 'word/_rels/document.xml.rels')?.[1])
  const mtime = `${day}T00:00:00`
  return zipSync(
    Object.fromEntries(
      parts.map(([name, bytes]) => [name, [settled(name, bytes, day, numbers), { mtime }] as const]),
    ),
  )
}

/** The library gives each link a random name. */
function linkNumbers(relations: Uint8Array | undefined): ReadonlyMap<string, string> {
  const names = strFromU8(relations ?? new Uint8Array()).matchAll(/ Id="(rId[a-z0-9_-]{1,40})"/gi)
  return new Map([...names].map(([, name = ''], at) => [name, `rId${at + 1}`]))
}

function settled(
  name: string,
  bytes: Uint8Array,
  day: Day,
  numbers: ReadonlyMap<string, string>,
): Uint8Array {
  if (name === 'docProps/core.xml') return dated(bytes, day)
  if (name !== 'word/document.xml' && name !== 'word/_rels/document.xml.rels') return bytes
  const text = strFromU8(bytes).replace(
    / (Id|r:id)="(rId[a-z0-9_-]{1,40})"/gi,
    (whole, attribute: string, link: string) => {
      const number = numbers.get(link)
      return number === undefined ? whole : ` ${attribute}="${number}"`
    },
  )
  return strToU8(text)
}

function dated(bytes: Uint8Array, day: Day): Uint8Array {
  const instant = `${day}T00:00:00Z`
  return strToU8(
    strFromU8(bytes).replace(
      /(<dcterms:(?:created|modified)[^>]{0,100}>)[^<]{0,40}(<)/g,
      (_, open: string, close: string) => `${open}${instant}${close}`,
    ),
  )
}
