export { mapActors, sentenceOf, type Gold } from '../../../server/extract/engine/scorer/gold.ts';
