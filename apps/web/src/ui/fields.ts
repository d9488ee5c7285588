import { type ChangeEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'

type Values = Record<string, string>
/** Says what is wrong with a value, or null. */
export type Check = (value: string) => string | null
type Errors<T extends Values> = Partial<Record<keyof T, string>>

/**
 * The fields of a form: what was typed, and what is wrong with it. A field is checked when it is left and when the form
 * is sent; the focus then goes to the first wrong one. `server` holds what the server found, by field.
 */
export function useFields<T extends Values>(
  initial: T,
  checks: Partial<Record<keyof T, Check>>,
  server: Record<string, string> = {},
) {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<T>>({})
  const [touched, setTouched] = useState<ReadonlySet<keyof T>>(new Set())
  const [misses, setMisses] = useState(0)
  const serverNames = Object.keys(server).join(' ')

  useEffect(() => {
    if (serverNames === '') return
    setTouched(new Set())
    setMisses((count) => count + 1)
  }, [serverNames, server])
  useEffect(() => {
    if (misses > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [misses])

  const check = (name: keyof T, value: string) => checks[name]?.(value) ?? null
  const put = (name: keyof T, error: string | null) =>
    setErrors(({ [name]: _, ...others }) => (error === null ? others : { ...others, [name]: error }) as Errors<T>)
  const set = (name: keyof T, value: string) => {
    setValues((before) => ({ ...before, [name]: value }))
    setTouched((before) => new Set(before).add(name))
    // While someone is putting a field right, its error goes as soon as it is right.
    if (errors[name]) put(name, check(name, value))
  }
  const errorOf = (name: keyof T): string | undefined =>
    errors[name] ?? (touched.has(name) ? undefined : server[String(name)])

  return {
    form,
    values,
    set,
    setAll: setValues,
    errorOf,
    /** What an input of that name needs. */
    field: (name: keyof T & string) => ({
      name,
      value: values[name] ?? '',
      error: errorOf(name),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
        set(name, event.target.value),
      onBlur: () => {
        if (values[name] !== '') put(name, check(name, values[name] ?? ''))
      },
    }),
    /** Sends what was typed when nothing is wrong. */
    submit:
      (send: (values: T) => void, extra: Errors<T> = {}) =>
      (event: SyntheticEvent) => {
        event.preventDefault()
        const wrong: Errors<T> = { ...extra }
        for (const name of Object.keys(values) as (keyof T)[]) {
          const error = check(name, values[name] ?? '')
          if (error !== null) wrong[name] = error
        }
        setErrors(wrong)
        if (Object.keys(wrong).length === 0) send(values)
        else setMisses((count) => count + 1)
      },
  }
}
