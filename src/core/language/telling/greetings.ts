import { fold } from '../../text/nearest.ts'

const greetings = new Set(['hi', 'hello', 'hey', 'hi there', 'hello there', 'hey there', 'hi all', 'hello all', 'hello everyone', 'hi everyone', 'good morning', 'good afternoon', 'good evening', 'good day', 'hallo', 'bonjour', 'salut', 'hola', 'buenos días', 'привет', 'здравствуйте', 'مرحبا', 'السلام عليكم', '你好', 'start', 'menu', 'help me', 'help please', 'help me please', 'please help', 'please help me', 'can you help', 'can you help me', 'i need help', 'what can you do', 'what can i do', 'what can i do here', 'what do you do', 'how do i use this', 'what can i ask', 'what can i say', 'how does this work', 'how do i start', 'where is the help', 'commands', 'aide', 'à l’aide', 'ayuda', 'hilfe', 'need help', 'help pls', 'help plz', '👋', 'moin', 'servus', 'hello rapporteur', 'hi rapporteur', 'hey rapporteur', 'buongiorno', 'guten tag', 'guten morgen', 'buenos dias', 'buenas', 'помощь', 'مساعدة', '帮助'].map(fold)) // biome-ignore format: a table

/** Whether somebody greets or asks for help, in words that name no command. */
export function asksForHelp(text: string): boolean {
  return (
    /^(?:\?{1,5}|help[.!?]{1,3})$/i.test(text) ||
    (text.length < 30 && greetings.has(fold(text).replace(/[.!?]{1,3}$/, ''))) ||
    // `Hi, I'm new here, what can you do?`
    (text.length < 80 &&
      /\p{L}/u.test(text) &&
      text.split(/[,.!?;] ?/).every((part) => part === '' || greets(part)))
  )
}

function greets(part: string): boolean {
  const words = fold(part.trim())
  return greetings.has(words) || /^(?:i['’]?m|i am) new(?: here| to this)?$/.test(words)
}

/** `I'm Joseph from Kigali, how do I sign up`: what somebody asks of the bot itself behind who they are. */
const introduced =
  /^(?:i['’]?m|i am|my name is|this is) (?![^?,;]{0,80}(?<!\p{L})(?:leave|mission|travel|away|off|out|sick|ill|absent|holiday|vacation|late|busy)(?!\p{L}))[^?,;]{1,80}[,;.] ?((?:how|where) (?:do|can) i [^?]{1,100}\??)$/iu

/** The question of somebody who says who they are before it; undefined for any other line. */
export function askedByNewcomer(text: string): string | undefined {
  return text.length > 200 ? undefined : introduced.exec(text)?.[1]
}
