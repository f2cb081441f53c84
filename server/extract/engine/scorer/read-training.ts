import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gold } from './gold.ts';
import { layOut, type TrainingReport } from './train-model.ts';

/** The reports of both folders (NAME.gold.json and NAME.txt) laid out for training, in order of their names. */
export function readTraining(goldFolder: string, articleFolder: string): TrainingReport[] {
  return readdirSync(goldFolder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.json', '');
      const gold = JSON.parse(readFileSync(join(goldFolder, file), 'utf8')) as Gold;
      return layOut(name, readFileSync(join(articleFolder, `${name}.txt`), 'utf8'), gold);
    });
}
