import type { ErrorComponentProps } from '@tanstack/react-router'
import { FirstFailure } from '../last-resort.tsx'
import { problemIn } from '../problems.ts'
import { Forbidden } from './forbidden.tsx'

/** A page of the console that did not open: forbidden, or failing. */
export const Failure = (props: ErrorComponentProps) =>
  problemIn(props.error)?.kind === 'forbidden' ? <Forbidden /> : <FirstFailure {...props} />
