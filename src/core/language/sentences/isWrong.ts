/** In a pattern, what is said of something that should be another one; no value to put there: `the title of M1 is wrong`. */
export const isWrong =
  '(is|was|are|looks|seems) [(still|all|clearly)] (wrong|incorrect|not (right|correct|valid|working|up to date)|no longer (right|correct|valid|true)|invalid|outdated|out of date|old|missing|broken|dead|unclear|unknown|misspelled|misspelt|spelled wrong|spelt wrong|not [yet] (known|clear|fixed|set|decided|there)|to be (decided|confirmed|announced|determined)|still open|tba|tbc|tbd|too (long|short|vague|small|big|large|early|late|far|old))'
