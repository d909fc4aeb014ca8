/** All work beside the requests: who listens to which news, which tasks can be asked for, what runs by itself and how often. */
import { type Job, type Listener, type Task } from '../platform/jobs/define.ts'

export const LISTENERS: readonly Listener[] = []

export const TASKS: readonly Task<never>[] = []

export const JOBS: readonly Job[] = []
