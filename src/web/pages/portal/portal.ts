import type { z } from 'zod'
import type { PortalEntry, PortalList } from '../../../shared/contracts/portal.ts'

export type PortalData = z.input<typeof PortalList>
export type Entry = z.input<typeof PortalEntry>
export type EntryWords = Pick<Entry, 'public' | 'title' | 'heard' | 'did' | 'came'>
