import type { Adapter } from '../../core/adapter.ts'

export interface CrewShape {
  readonly name: string
  /** How many deliveries are under way at once. */
  readonly lanes: number
  /** Whether what is in doubt after a crash is looked for. */
  readonly findsDelivered: boolean
}

/**
 * Which crew works off the notices of a workspace (`platform tenant`), and how many at once: each workspace has its
 * own, but a platform that takes one delivery after the other has one crew, so that they come in their order.
 * Somebody without a known account is reached by the platform that finds people by their e-mail address.
 */
export function crewOf(adapters: readonly Adapter[], workspace: string): CrewShape {
  const [platform] = workspace.split(' ')
  const adapter =
    adapters.find(({ name }) => name === platform) ?? adapters.find(({ reachesByEmail }) => reachesByEmail)
  if (!adapter) return { name: workspace, lanes: 1, findsDelivered: false }
  const { name, lanes, findsDelivered = false } = adapter
  return { name: lanes === 1 ? name : workspace, lanes, findsDelivered }
}
