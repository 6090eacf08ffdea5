import { type Runs, spanRuns, type WordRun, words } from '../../../src/chat/render/runs.ts'
import type { MomentSpan, Rich } from '../../../src/core/message.ts'
import { showsAnotherAddress } from '../../../src/core/text/addresses/linkWords.ts'
import { shownAddress } from '../../../src/core/text/addresses/shownAddress.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'

/** Reads spans as runs for Teams. */
export function runsOf(text: Rich): Runs {
  return spanRuns(text, { link: linkRuns, person: personRuns, local: localMoment })
}

function linkRuns(label: string, address: string): Runs {
  const text = oneLine(label)
  const url = oneLine(address).trim()
  const shown = text.trim() === '' || text === url ? shownAddress(url) : text
  // A parenthesis would end the address in Markdown, so it is written longer there.
  const most = url.replace(/[()]/g, '%28').length
  const opens =
    /^(?:https?:\/\/|mailto:)[^\s<>"\\{}|^`]+$/i.test(url) && URL.canParse(url) && most <= limits.url
  if (opens && showsAnotherAddress(shown, url))
    return [...words(`${shown} (`), { kind: 'words', text: url, url }, ...words(')')]
  if (opens) return [{ kind: 'words', text: shown, url }]
  return words(shown === shownAddress(url) ? url : `${shown} <${url}>`)
}

/** Renders a name and an address, or an address alone; never a mention, which would notify the person. */
function personRuns(name: string, email: string): Runs {
  const address = oneLine(email).trim()
  const named = words(oneLine(name), { bold: true })
  if (address === '') return named
  const opens = /^[^\s<>"\\{}|^`?&%@]+@[^\s<>"\\{}|^`?&%@]+$/.test(address) && address.length <= 320
  if (oneLine(name).trim() === '')
    return opens ? [{ kind: 'words', text: address, url: `mailto:${address}` }] : words(address)
  if (!opens) return [...named, ...words(` <${address}>`)]
  const link: WordRun = { kind: 'words', text: address, url: `mailto:${address}` }
  return [...named, ...words(' <'), link, ...words('>')]
}

/** The functions by which Teams shows local time; it takes instants without fractions and no further spaces. */
function localMoment({ at, style }: MomentSpan): string {
  const instant = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  const day = `{{DATE(${instant}, SHORT)}}`
  const time = `{{TIME(${instant})}}`
  if (style === 'day') return day
  return style === 'time' ? time : `${day} ${time}`
}
