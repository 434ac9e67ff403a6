export { handOversAnswer, HandOverMeasures } from './evidence.ts';
export { acrossRoutes } from './routes.ts';
