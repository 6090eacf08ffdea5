const thanks = [
  '(thanks|thank you|thx|ty|cheers) [so|very] [(a lot|much|lots|again|a million)] [for (your|the|all your) (help|support|reminder|information)] [everyone|all|rapporteur]',
  ...['many thanks', 'big thanks', 'merci [beaucoup|bien]', '(muchas|mil) gracias', 'gracias', 'спасибо [большое]', 'شكرا [جزيلا]', '谢谢', '谢谢你', 'danke [schön|sehr]', '(vielen|besten|herzlichen) dank', 'obrigado', 'obrigada', 'grazie [mille]', '🙏', 'bye', 'bye bye', 'goodbye', 'ciao', 'tschüss', 'au revoir', 'adiós', 'great', 'perfect', 'well done', 'good bot'], // biome-ignore format: a table
]

/** Questions about the commands themselves. */
const questions = [
  ['how do i …', 'help how …'],
  ['how do we …', 'help how …'],
  ['how can i …', 'help how …'],
  ['how to …', 'help how …'],
  ['where do i …', 'help how …'],
  ['where can i …', 'help how …'],
  ['can i …', 'help how …'],
  ["(what is|what's) the [local|current] time [now]", 'help time here'],
  ['what time is it [now]', 'help time here'],
  ["(what is|what's) the [local|current] time [now] (in|at) …", 'help time …'],
  ['what (time|hour) is it [now] (in|at) …', 'help time …'],
  ['how late is it [now] (in|at) …', 'help time …'],
  ['how late is it [now]', 'help time here'],
  ['[local|current] time (in|at) …', 'help time …'],
  ['[i|we] need [some|your] help (with|on|about|for) …', 'help …'],
  ['[can|could] [you] help [me|us] (with|on|about) …', 'help …'],
  ['[i|we] need [some] help', 'help'],
  ['who (are|r) (you|u)', 'help'],
  ['what (are|r) (you|u)', 'help'],
  ['who is this', 'help'],
  ['what (can|could|should) i ask [you]', 'help'],
  [
    '(what (now|next)|what should (i|we) do (next|now|first)|[the] next steps|getting started|where (do|should) (i|we) (start|begin))',
    'help',
  ],
  [
    'how (do|can) [my|our] (colleagues|people|members|others|they|users) (get in|join|get access|sign up|register|log in|be added)',
    'help directory add person',
  ],
  [
    'how (do|can) (i|we) (add|import|upload|load|bring in|put in) … (from|with|by|in) [a|an|our|my] (excel|excel file|spreadsheet|file|csv|xlsx|list|table)',
    'help directory import',
  ],
  ['what do i do', 'help'],
  ['what do i do now', 'help'],
  ['what do i do next', 'help'],
  ['what (do|should|must) (i|we) do first', 'help'],
  ['(where|how) (do|should|can) (i|we) (start|begin)', 'help'],
  ['first steps', 'help'],
  ['what (may|can) i do [here]', 'help'],
  ['what am i allowed to do [here]', 'help'],
  ['how do (i|we) set (this|it) up', 'help'],
  [
    'how (do|can) (i|we) make (someone|somebody|a person|people|a colleague|others) [part of|a member of] [the] (secretariat|admin|administrator|administrators|admins)',
    'help directory edit person',
  ],
  [
    'how (do|can) (i|we) (add|appoint) [another|an|a] (administrator|admin|secretary) [to the secretariat]',
    'help directory edit person',
  ],
  ['getting started', 'help'],
  ['version', 'help version'],
  ['what version is this', 'help version'],
  ['which version is this', 'help version'],
  ['what version are you', 'help version'],
] as const

/** What is said to the bot itself, about its commands or in courtesy. */
export const sayings: readonly (readonly [string, string])[] = [
  ...questions,
  ...thanks.map((said) => [said, 'help thanks'] as const),
]
