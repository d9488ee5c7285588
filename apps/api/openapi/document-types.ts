export type Json = Record<string, unknown>

export interface ParameterObject {
  in: 'path' | 'query' | 'header'
  name: string
  required?: boolean
  schema: Json
  description?: string
  example?: unknown
}
export interface ResponseObject {
  description?: string
  headers?: Record<string, unknown>
  content?: Record<string, { schema: Json; example?: unknown }>
}
interface Operation<P, R> {
  operationId: string
  summary: string
  tags: string[]
  security: object[]
  parameters?: P[]
  requestBody?: { required: boolean; content: Record<string, { schema: Json; example?: unknown }> }
  responses: Record<string, R>
}
interface Document<P, R> {
  openapi: string
  info?: unknown
  servers?: unknown
  tags?: unknown
  paths: Record<string, Record<string, Operation<P, R>>>
  components: { schemas: Record<string, Json>; securitySchemes: unknown; [kind: string]: unknown }
}
export type BareDocument = Document<ParameterObject, ResponseObject>
export type BareOperation = Operation<ParameterObject, ResponseObject>
/** The whole document, as plain JSON. */
export type OpenApiDocument = Document<ParameterObject | { $ref: string }, ResponseObject | { $ref: string }>
export type OperationObject = Operation<ParameterObject | { $ref: string }, ResponseObject | { $ref: string }>
