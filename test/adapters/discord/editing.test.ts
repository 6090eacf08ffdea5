import { discordDoor } from '../plays/discordDoor.ts'
import { playEditing } from '../plays/editing.ts'

playEditing('Discord', discordDoor)
