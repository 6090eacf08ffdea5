import type { Newsletter } from './compose.ts'

/** A newsletter that was stored as JSON. Raises an `Error` for anything else. */
export function storedNewsletter(json: unknown): Newsletter {
  if (typeof json === 'object' && json !== null && 'sections' in json && Array.isArray(json.sections)) {
    return json as Newsletter
  }
  throw new Error('what is stored is not a newsletter')
}
