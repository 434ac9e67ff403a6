export { secretBox, type SecretBox } from './box.ts';
export { dropSecret, openSecret, putSecret } from './store.ts';
