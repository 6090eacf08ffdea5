import { playEditing } from '../plays/editing.ts'
import { teamsDoor } from '../plays/teamsDoor.ts'

playEditing('Microsoft Teams', teamsDoor)
