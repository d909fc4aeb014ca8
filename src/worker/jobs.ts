/** All work beside the requests: who listens to which news, which tasks can be asked for, what runs by itself and how often. */
import { type AnyTask, type Job, type Listener } from '../platform/jobs/define.ts'

export const LISTENERS: readonly Listener[] = []

export const TASKS: readonly AnyTask[] = []

export const JOBS: readonly Job[] = []
