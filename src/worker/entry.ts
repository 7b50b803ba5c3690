import * as Comlink from 'comlink';
import { Engine } from './engine';
import { openPlanStore } from './plan-store';

Comlink.expose(new Engine(openPlanStore));
