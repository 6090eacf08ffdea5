import type { Finding } from '../../../db/directory/lint/finding.ts'
import type { FindingKind } from '../../../db/directory/lint/findings.ts'
import { type Button, button } from '../../../src/core/message.ts'

/** What each kind of finding is, as a heading. */
export const findingHeadings: Readonly<Record<FindingKind, string>> = {
  'no-chair': 'Groups without a chair in office',
  'ended-term': 'Terms that ended and have no successor',
  left: 'Roles of people and entities that left',
  overlap: 'Roles that one entity should not hold at once',
  'no-focal-point': 'Entities that nobody represents',
  twin: 'Records that may be one person',
  unreachable: 'People without an address and without an account',
  'bad-zone': 'Time zones that do not exist',
  'stray-domain': 'Addresses of a domain that the entity does not use',
  'no-coordinator': 'Entities without a coordinator',
  stale: 'People whom nobody has confirmed for half a year',
}

export function lineOf(kind: FindingKind, { label, detail }: Finding): string {
  if (detail === '' || detail === label) return label
  switch (kind) {
    case 'twin':
      return `${label} and ${detail}`
    case 'ended-term':
      return `${label}, last held by ${detail}`
    case 'left':
      return `${label}, still ${detail}`
    case 'overlap':
    case 'no-chair':
    case 'no-focal-point':
    case 'no-coordinator':
      return `${label}: ${detail}`
    case 'unreachable':
    case 'bad-zone':
    case 'stray-domain':
    case 'stale':
      return `${label} (${detail})`
  }
}

/** The button that mends it. */
export function mendOf(kind: FindingKind, { label, handle, other }: Finding): Button {
  switch (kind) {
    case 'no-chair':
      return asking(`Appoint for ${label}`, 'wg appoint', { wg: handle, role: 'chair' })
    case 'ended-term':
      return asking(`Appoint ${label}`, 'wg appoint', { wg: handle, role: other })
    case 'left':
    case 'overlap': {
      const [role = '', entity = '', person] = other.split('|')
      const named = person === undefined ? {} : { person }
      return button(`Release ${label}`, 'wg release', { wg: handle, role, entity, ...named })
    }
    case 'no-focal-point':
      return asking(`Add for ${label}`, 'directory add person', { entity: handle })
    case 'no-coordinator':
      return button(`People of ${label}`, 'directory entity', { entity: handle })
    case 'twin':
      return button(`Merge ${label}`, 'directory merge', { person: handle, into: other })
    case 'unreachable':
    case 'bad-zone':
    case 'stray-domain':
      return asking(`Change ${label}`, 'directory edit person', { person: handle })
    case 'stale':
      return button(`Show ${label}`, 'directory person', { person: handle })
  }
}

function asking(label: string, command: string, values: Readonly<Record<string, string>>): Button {
  return { ...button(label, command, values), ask: true }
}
