import * as Comlink from 'comlink';
import { earlierPlan, forgetEarlierPlan } from './database/earlier-plan';
import { openShelf } from './database/open-shelf';
import { Engine } from './engine';

Comlink.expose(new Engine(openShelf, { find: earlierPlan, forget: forgetEarlierPlan }));
