import type { Adapter } from '../../core/adapter.ts'

/**
 * Which crew works off the notices of a workspace (`platform tenant`), and how many at once: each workspace has its
 * own, but a platform that takes one delivery after the other has one crew, so that they come in their order.
 * Somebody without a known account is reached by the platform that finds people by their e-mail address.
 */
export function crewOf(
  adapters: readonly Adapter[],
  workspace: string,
): { readonly name: string; readonly lanes: number } {
  const [platform] = workspace.split(' ')
  const adapter =
    adapters.find(({ name }) => name === platform) ?? adapters.find(({ reachesByEmail }) => reachesByEmail)
  if (!adapter) return { name: workspace, lanes: 1 }
  return { name: adapter.lanes === 1 ? adapter.name : workspace, lanes: adapter.lanes }
}
