const adds = 'adds a record; taking it back ends that record and keeps its number and history'
const goesBack = 'is what takes another change back, or brings back what was ended'
const wasTold = 'was said to others, who cannot unhear it; a further change says what holds'
const sitting = 'happens in a meeting under way, whose minutes keep what was done'
const own = 'is about one’s own account, which its other command sets right'
const asks = 'shows what it would do and keeps nothing but what was read'
const settles = 'settles what others asked for, who are told'

/**
 * Commands that change something and of which no button restores the record to the letter, each with its reason. Every
 * other command is walked by the test of what is taken back.
 */
export const notTakenBack: Readonly<Record<string, string>> = {
  'directory add entity': adds, 'directory add person': adds, 'directory revert': goesBack, 'directory import': asks, 'directory column': asks,
  'directory apply': 'is taken back as a whole, tested with the imports', 'directory nominate': settles, 'directory nominee confirm': settles, 'directory nominee decline': settles, 'directory retire seat': 'is taken back with its days, tested with seats',
  'directory handover': 'is taken back as a whole, tested with handovers', 'directory merge': 'is taken back as a whole, tested with merges', 'directory attest': 'says that what stands is right', 'directory wrong': wasTold, 'directory settle': settles,
  'wg undo': goesBack, 'wg follow': 'is ended by unfollow', 'wg unfollow': 'is begun again by follow', 'wg cadence': 'a pause is withdrawn and stays in the history', 'wg bind': 'is ended by unbind, in the channel itself', 'wg unbind': 'is ended by bind, in the channel itself', 'wg add': adds,
  'meeting schedule': adds, 'meeting poll open': adds, 'meeting poll settle': adds, 
  'meeting attendees': wasTold, 'meeting agenda add': adds, 'meeting start': 'is taken back as long as nothing followed, tested with what happens in a meeting', 'meeting next': sitting, 'meeting queue': sitting, 'meeting note': sitting,
  'meeting propose': 'is withdrawn, and stays on record as that', 'meeting resolve': sitting, 'meeting end': sitting, 'meeting hold': 'is restored with a note of it in the history, tested with meetings',
  'meeting silence open': wasTold, 'meeting silence break': wasTold, 'meeting silence extend': wasTold, 'meeting calendar': 'makes an address anew or opens a page; its tests take both back',
  'update post': adds, 'update follow': 'takes words over from a chat; undo of an edit takes them back', 'update mend': 'is an edit, taken back as one', 'update restore': goesBack, 'update undo': goesBack,
  'update clear': settles,
  'newsletter open': adds, 'newsletter triage': 'shows the next item; what its buttons do is walked by itself', 'newsletter preview': wasTold, 'newsletter nudge': wasTold, 'newsletter mend': 'edits several updates, all of which its undo takes back, tested beside it', 'newsletter keep': 'shows the next item; each press has its own undo, tested with the annual issue',
  'newsletter reopen': goesBack, 'newsletter publish': wasTold, 'newsletter correct': wasTold,
  'newsletter plan add': 'is removed by a press; its key stays known',
  'reminder add': adds, 'reminder snooze': 'is taken back by unsnooze, tested with reminders', 'reminder unsnooze': goesBack, 'reminder restore': goesBack, 'reminder rule': 'is set back by a button that names what was before, tested with rules', 
  'reminder resume': goesBack, 'reminder resend': wasTold, 'library add': adds, 'library restore': goesBack, 'library undo': goesBack, 'project add': adds, 'project undo': goesBack, 'recommendation add': adds, 'recommendation undo': goesBack, 'report undo': goesBack,
  'profile link': own, 'profile unlink': own, 'profile forget': 'forgets for good, at one’s own word', 'profile confirm': settles, 'profile refuse': settles,
} // biome-ignore format: a table
