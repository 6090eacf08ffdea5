import { option } from '../../src/core/option.ts'
import { markOf } from './overruled.ts'

/** What the yes of a question carries of what it showed, so that it overrules nothing that somebody has changed since. */
export const shownOption = option.text({
  onlyPressed: true,
  about: 'How it stood when it was asked, as the button says',
  max: 20,
})

/** Whether something stands otherwise by now than a question showed it, whose yes carries its mark. */
export function isStale(stands: unknown, shown: string | undefined): boolean {
  return shown !== undefined && shown !== markOf(stands)
}
