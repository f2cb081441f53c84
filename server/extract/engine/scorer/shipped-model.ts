import { readFileSync } from 'node:fs';
import { openModel, type ClaimModel, type ModelFile } from './claim-model.ts';

/** Where `npm run train` writes the weights. */
export const MODEL_PATH = new URL('./model.json', import.meta.url);

let shipped: ClaimModel | undefined;

/** The model that the program comes with, read once. */
export function shippedModel(): ClaimModel {
  return (shipped ??= openModel(JSON.parse(readFileSync(MODEL_PATH, 'utf8')) as ModelFile));
}
