import { Button, Pill, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { Dictionary } from '../../../../shared/contracts/learning.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import css from './learning.module.css'
import { LONGEST_WORD, MOST_WORDS, newWords } from './own-words.ts'

type Words = z.input<typeof Dictionary>

const KEY = ['learning', 'dictionary']
const PATH = '/api/v1/settings/dictionary'
/** So many stand on the page at once; the others are found. */
const SHOWN = 200
const FINDABLE = 12

/** Names and words of this workspace that are never cut. */
export function OwnWords() {
  const { t } = useWords()
  const may = useCan()('taxonomy:change')
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<Words>(PATH, {}, signal) })
  return (
    <section className={css.part} aria-labelledby="own-words">
      <h2 id="own-words">{t('learning.words')}</h2>
      <p className={css.quiet}>{t('learning.words-about')}</p>
      <Loaded found={found}>
        {({ words }) => (
          <>
            {may && <Adding words={words} />}
            <List words={words} may={may} />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Puts a list in place of another and offers the way back. */
function useKeeping(words: readonly string[]) {
  const queries = useQueryClient()
  const { offerUndo, sayProblem } = useSaying()
  const send = async (list: readonly string[]) => {
    queries.setQueryData<Words>(KEY, await api.send<Words>('PUT', PATH, { words: list }))
    void queries.invalidateQueries({ queryKey: ['learning'], exact: true })
  }
  return useMutation({
    mutationFn: ({ list }: { list: readonly string[]; said: string }) => send(list),
    onSuccess: (_done, { said }) => offerUndo({ said, undo: () => send(words) }),
    onError: sayProblem,
  })
}

function Adding({ words }: { words: readonly string[] }) {
  const { t } = useWords()
  const f = useFormat()
  const keep = useKeeping(words)
  const [text, setText] = useState('')
  const { added, tooLong, leftOut } = newWords(text, words)
  const faults = [
    ...(tooLong.length > 0
      ? [
          t('learning.words-too-long', {
            words: f.list(tooLong.map((word) => `${word.slice(0, 12)}…`)),
            most: LONGEST_WORD,
          }),
        ]
      : []),
    ...(leftOut > 0 ? [t('learning.words-full', { n: leftOut, most: MOST_WORDS })] : []),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (added.length === 0) return
    const said = t('learning.words-added', { n: added.length })
    keep.mutate({ list: [...words, ...added], said }, { onSuccess: () => setText('') })
  }
  return (
    <form className={css.adding} onSubmit={submit}>
      <Textarea
        label={t('learning.words-add')}
        placeholder={t('learning.words-example')}
        error={faults.length > 0 ? faults.join(' ') : undefined}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={keep.isPending} disabled={added.length === 0}>
          {added.length > 1 ? t('learning.words-do-many', { n: added.length }) : t('learning.words-do')}
        </Button>
      </div>
    </form>
  )
}

function List({ words, may }: { words: readonly string[]; may: boolean }) {
  const { t } = useWords()
  const keep = useKeeping(words)
  const [query, setQuery] = useState('')
  const q = query.trim().toLowerCase()
  const matching = words.filter((word) => word.toLowerCase().includes(q))
  if (words.length === 0) return <p className={css.quiet}>{t('learning.words-none')}</p>
  const remove = (word: string) =>
    keep.mutate({ list: words.filter((one) => one !== word), said: t('learning.word-removed', { word }) })
  return (
    <>
      {words.length > FINDABLE && (
        <TextInput
          type="search"
          maw={280}
          aria-label={t('learning.words-find')}
          placeholder={t('learning.words-find')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul className={css.words} aria-label={t('learning.words')}>
        {matching.slice(0, SHOWN).map((word) => (
          <li key={word}>
            <Pill
              size="md"
              withRemoveButton={may}
              removeButtonProps={{
                'aria-label': t('learning.word-remove', { word }),
                tabIndex: 0,
                'aria-hidden': false,
              }}
              onRemove={() => remove(word)}
            >
              {word}
            </Pill>
          </li>
        ))}
      </ul>
      <p className={css.quiet}>
        {matching.length > SHOWN
          ? t('learning.words-shown', { n: SHOWN, all: matching.length })
          : t('learning.words-count', { n: words.length })}
      </p>
    </>
  )
}
