import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { NewSplit, SplitDone, SplitSuggested, SplitWanted } from '../../../../shared/contracts/learning.ts'
import { api } from '../../../api.ts'
import { categoryPath, useRefreshTree } from './changing.ts'

/** `example`: a sentence that stands for a proposed part; empty for one that a person named. */
export type PartForm = { key: string; name: string; words: string[]; example: string }
export type Proposal = z.input<typeof SplitSuggested>
type Wanted = z.input<typeof SplitWanted>
type Split = z.input<typeof NewSplit>

export const LEAST_PARTS = 2
export const MOST_PARTS = 6

export const isNamed = ({ name }: PartForm) => name.trim() !== ''

/** Parts as they are named, or how many to look for when none is. */
export function wantedOf(parts: readonly PartForm[], locale: string): Wanted {
  const named = parts.filter(isNamed)
  if (named.length < LEAST_PARTS) return { count: parts.length }
  return { parts: named.map((part) => partOf(part, locale)) }
}

/** A part that nobody gave words is found by its name. */
export const wordsOf = ({ name, words }: PartForm): string[] => (words.length > 0 ? words : [name.trim()])

export const partOf = (part: PartForm, locale: string) => ({
  names: { [locale]: part.name.trim() },
  words: wordsOf(part),
})

export const useProposal = (id: string) =>
  useMutation({
    mutationFn: (wanted: Wanted) => api.send<Proposal>('POST', `${categoryPath(id)}/split/suggestion`, wanted),
  })

/** Takes the last split of a category back as a whole, and asks for the tree again. */
export function useSplitUndo(id: string): () => Promise<void> {
  const refresh = useRefreshTree()
  return async () => {
    await api.send('DELETE', `${categoryPath(id)}/split`)
    await refresh()
  }
}

export const useSplit = (id: string) =>
  useMutation({
    mutationFn: (split: Split) => api.send<z.input<typeof SplitDone>>('POST', `${categoryPath(id)}/split`, split),
  })
