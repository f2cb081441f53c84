import { useState } from 'react';
import { toDrawingGraph } from '../../canvas/drawing-graph.ts';
import type { Picture } from '../../canvas/network-picture.ts';
import { toNetworkPicture } from '../../canvas/network-picture.ts';
import { applyLooks, toLooks } from '../../canvas/node-look.ts';
import { PALETTES } from '../../canvas/palette.ts';
import { saveFile } from '../frame/save-file.ts';
import { toShownWords } from '../lens/shown-words.ts';
import { useServices } from '../page-context.ts';
import { toPictureWords } from './picture-words.ts';

/** Pixels for each CSS pixel of a picture: sharp in print. */
const DENSITY = 2;

/** The whole of what is drawn as a picture, with its legend, lens, version and how much of how much it is. */
export function PictureLinks() {
  const { store } = useServices();
  const [fault, setFault] = useState<string | null>(null);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    setFault(null);
    const state = store.getState();
    const { loaded } = state.network;
    if (loaded === null) return;
    const drawing = toDrawingGraph(loaded.graph);
    const { appearance } = state.page;
    const values = state.metrics.graph === loaded.graph ? state.metrics.values : null;
    const looks = toLooks(appearance, values);
    applyLooks(drawing, loaded.graph, looks);
    const palette = PALETTES.light; // for paper, whatever the screen's theme is
    const words = toPictureWords(drawing, palette, {
      meta: loaded.meta,
      appearance: looks === null ? { size: 'claims', colour: 'kind' } : appearance,
      shown: toShownWords(loaded.lens, loaded.compared?.comparison ?? null, state.names, loaded.vocabulary),
      at: new Date().toISOString().slice(0, 10),
    });
    const picture = toNetworkPicture(drawing, words, palette);
    const name = `onrecord-network-v${loaded.meta.version}.${format}`;
    saveFile(
      format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await toPng(picture),
      name,
    );
  };
  return (
    <p className="export-links">
      <span className="quiet">Picture of what is drawn, with its legend, lens and version</span>
      {(['svg', 'png'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="link-button"
          aria-label={`${format.toUpperCase()}, picture`}
          onClick={() => void save(format).catch(() => setFault('The picture could not be made.'))}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {fault !== null && <span role="alert">{fault}</span>}
    </p>
  );
}

/** The picture in pixels. Throws where the browser cannot paint it. */
async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
