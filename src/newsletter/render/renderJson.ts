import type { Newsletter } from '../compose/compose.ts'

/** The newsletter as a JSON file. */
export function renderJson(newsletter: Newsletter): string {
  return `${JSON.stringify(newsletter, null, 2)}\n`
}
