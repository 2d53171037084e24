export { breaksOf, traceOf, type Break, type Trace } from './trace-of.ts'
export { sayTrace } from './say-trace.ts'
