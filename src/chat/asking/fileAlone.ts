import { message } from '../../core/message.ts'

/** The answer to a file that comes without a word. */
export const fileAlone = message(
  'A file alone tells me nothing. Send it with the command that it is for as its text; to share it, put it where the others may open it, and post an update with its address: “update post”, a sentence with a date, and link: with the address.',
)
