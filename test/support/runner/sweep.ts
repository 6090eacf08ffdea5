import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const prefix = 'rapporteur-postgres-'

/** Where the server of a run lies; named for the process that made it. */
export function serverFolder(parent: string, pid = process.pid): string {
  return join(parent, `${prefix}${pid}`)
}

/** Removes the servers of runs that were killed before they could; each goes with the folder that it lies in. */
export function sweepServers(parents: readonly string[]): void {
  for (const parent of parents.filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix))) {
      const pid = Number(name.slice(prefix.length))
      if (!Number.isInteger(pid) || pid <= 0 || isAlive(pid)) continue
      const folder = join(parent, name)
      endServer(folder)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Ends the server that runs in a folder, if it still does; its first line there is its process. */
function endServer(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const command = `/proc/${pid}/cmdline`
  // The process may have ended, and its number may be another's by now.
  if (existsSync(command) && readFileSync(command, 'utf8').includes(folder)) process.kill(pid, 'SIGQUIT')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
