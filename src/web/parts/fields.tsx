/**
 * Fields that show what the server refused, each at its place: the `errors` of a problem carry the path of the
 * field ("email", "items.0.name"), the wrapper finds its own.
 *
 * <FormProblem problem={saving.error}><TextField path="email" label={t('…')} … /><RestOfProblem /></FormProblem>
 */
import {
  NumberInput,
  type NumberInputProps,
  PasswordInput,
  type PasswordInputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { type ApiProblem, type FieldError, problemOf } from '../api.ts'
import { useWords } from '../words.tsx'
import css from './fields.module.css'

type Held = { problem: ApiProblem | null; paths: Set<string> }

const ProblemContext = createContext<Held>({ problem: null, paths: new Set() })

/** Gives the fields inside the problem of their form; null or undefined when there is none. */
export function FormProblem({ problem, children }: { problem: unknown; children: ReactNode }) {
  const paths = useRef(new Set<string>())
  const held = { problem: problem ? problemOf(problem) : null, paths: paths.current }
  return <ProblemContext value={held}>{children}</ProblemContext>
}

/** What the server said about the field at `path`; null when nothing. */
export function useFieldError(path: string): string | null {
  const { problem, paths } = useContext(ProblemContext)
  useEffect(() => {
    paths.add(path)
    return () => {
      paths.delete(path)
    }
  }, [path, paths])
  const tellError = useTellError()
  const error = problem?.errors.find((one) => one.path === path)
  return problem && error ? tellError(problem, error) : null
}

/** What one error says: its own code in words, else the words of the problem that it belongs to. */
function useTellError() {
  const { tell, tellMisfit } = useWords()
  return (problem: ApiProblem, { code, facts = {} }: FieldError): string =>
    code === undefined ? tell(problem) : tellMisfit({ code, facts })
}

type At = { path: string }

export function TextField({ path, ...props }: TextInputProps & At) {
  return <TextInput {...props} name={path} error={useFieldError(path) ?? props.error} />
}

export function SecretField({ path, ...props }: PasswordInputProps & At) {
  return <PasswordInput {...props} name={path} error={useFieldError(path) ?? props.error} />
}

export function LongField({ path, ...props }: TextareaProps & At) {
  return (
    <Textarea autosize minRows={3} maxRows={14} {...props} name={path} error={useFieldError(path) ?? props.error} />
  )
}

export function PickField({ path, ...props }: SelectProps & At) {
  return <Select {...props} name={path} error={useFieldError(path) ?? props.error} />
}

export function NumberField({ path, ...props }: NumberInputProps & At) {
  return <NumberInput {...props} name={path} error={useFieldError(path) ?? props.error} />
}

/** The problem itself, unless a field shows all of it. */
export function RestOfProblem() {
  const { problem, paths } = useContext(ProblemContext)
  const { tell } = useWords()
  const tellError = useTellError()
  if (!problem) return null
  const rest = problem.errors.filter((error) => !paths.has(error.path))
  if (problem.errors.length > 0 && rest.length === 0) return null
  const coded = rest.filter(({ code }) => code !== undefined)
  return (
    <div className={css.problem} role="alert">
      <p>{tell(problem)}</p>
      {coded.length > 0 && (
        <ul>
          {coded.map((error) => (
            <li key={`${error.path} ${error.code}`}>
              {error.path && <code>{error.path}</code>} {tellError(problem, error)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
