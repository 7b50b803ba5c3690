import * as Comlink from 'comlink';
import { TileDesk } from './tile-desk';

Comlink.expose(new TileDesk());
