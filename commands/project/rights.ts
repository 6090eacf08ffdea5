import type { Project } from '../../db/projects/projects.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Caller } from '../../src/core/feature/caller.ts'

/** Whether somebody may change a project: whoever added it, people of its lead and partners, and the secretariat. */
export function mayChangeProject(caller: Caller, project: Project): boolean {
  if (caller.isSecretariat || project.addedBy === caller.personId) return true
  return caller.entityId !== null && [project.leadId, ...project.partners].includes(caller.entityId)
}

export function refuseStranger(caller: Caller, project: Project): void {
  if (mayChangeProject(caller, project)) return
  throw new UserError(
    `PRJ${project.id} is led by ${project.lead}; only its lead, its partners, whoever added it and the secretariat may change it.`,
  )
}
