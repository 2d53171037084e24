export { readNetworks, type Networks } from './networks.ts'
export { createPost, type Post } from './post.ts'
export { Webhooks } from './webhooks.ts'
