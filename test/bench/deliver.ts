import { PgBoss } from 'pg-boss'

import { openDatabase } from '../../db/store/connect.ts'
import { start } from '../support/processes.ts'
import type { Line } from './table.ts'
