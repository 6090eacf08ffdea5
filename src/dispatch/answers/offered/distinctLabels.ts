import type { Block, Button } from '../../../core/message.ts'
import { shorten } from '../../../core/text/text.ts'

/** What is kept of a label, and of what tells two apart. */
const kept = 30

/** The blocks with no two buttons that read alike and do different things: what was cut off is shown from where it differs. */
export function withDistinctLabels(blocks: readonly Block[]): readonly Block[] {
  const all = blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const alike = [...Map.groupBy(all, ({ label }) => label).values()].filter(
    (group) => new Set(group.map(deed)).size > 1,
  )
  if (alike.length === 0) return blocks
  const labels = new Map(alike.flatMap((group) => group.map((one) => [one, toldApart(one, group)] as const)))
  return blocks.map((one) =>
    one.kind === 'buttons'
      ? { ...one, buttons: one.buttons.map((each) => ({ ...each, label: labels.get(each) ?? each.label })) }
      : one,
  )
}

/** What a button does. */
function deed({ command, values, confirmed, ask }: Button): string {
  return JSON.stringify([command, values, confirmed === true, ask === true])
}

function toldApart(one: Button, group: readonly Button[]): string {
  const others = group.filter((other) => other !== one)
  const name = Object.keys(one.values).find((key) =>
    others.some(({ values }) => values[key] !== one.values[key]),
  )
  const start = shorten(one.label, kept)
  if (name === undefined)
    return `${start} (${others.some(({ command }) => command !== one.command) ? `/${one.command}` : group.indexOf(one) + 1})`
  const value = one.values[name] ?? ''
  const at = Math.max(...others.map(({ values }) => sameStart(value, values[name] ?? '')))
  return `${start.replace(/…$/, '')} … ${shorten(value.slice(at), kept)}`
}

/** Where the word begins in which two texts first differ. */
function sameStart(text: string, other: string): number {
  let at = 0
  while (at < text.length && text[at] === other[at]) at += 1
  return text.slice(0, at).lastIndexOf(' ') + 1
}
