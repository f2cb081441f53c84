import { askPublicly } from '../api/ask-publicly.ts';
import { startEmbed } from './embed.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('embed.html has no #root');
startEmbed(root, askPublicly);
